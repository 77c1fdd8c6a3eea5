CREATE DATABASE {name:Identifier}
