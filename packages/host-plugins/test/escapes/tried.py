def tried(attempt, *args):
    """Print what an attempt raises or answers: this line of the plugin's log is its trace."""
    try:
        answer = attempt(*args)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print("answered", answer)
