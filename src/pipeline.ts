// The journey of an article on one page: bytes become an Article, a Document, and the record.
export {}
