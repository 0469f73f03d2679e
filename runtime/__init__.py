"""The runtime: flow documents, compiler, engine, stores, services and doors without a screen."""
