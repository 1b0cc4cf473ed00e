"""The command ``gazette-diff``: one module for each subcommand, loaded when it is called."""
