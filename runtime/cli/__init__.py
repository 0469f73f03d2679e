"""The command line: a thin door to the same services the browser uses.

A plain command has to answer at once, so the modules that declare commands import next to nothing,
and each command imports its work when it is called (measured: the services with SQL cost 0.8 s of
CPU, the web app with its pages 1.5 s, litellm 4 s; a plain command stays under 0.5 s).
"""
