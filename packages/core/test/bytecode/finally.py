def read(path):
    try:
        with open(path) as file, lock:
            return file.read()
    except (OSError, ValueError) as error:
        log(error)
    else:
        done()
    finally:
        close()
