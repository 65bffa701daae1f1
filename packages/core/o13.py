/root/.pyenv/versions/3.13.0/bin/python3.13: can't open file '/tmp/w/containers/packages/core/p/13.py': [Errno 2] No such file or directory
