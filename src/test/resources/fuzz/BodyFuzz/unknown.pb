p

v9Nothingÿ