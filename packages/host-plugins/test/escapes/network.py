# try: hosts whose names look like the permitted one
# expect: denied: net "api.example.com.evil.example"
# expect: log: 'API.example.com.evil.example' PermissionError: plugin 'network-1' has no permission 'net' for "api.example.com.evil.example", only for ...
# expect: denied: net "xapi.example.com"
# expect: log: 'xapi.example.com' PermissionError: plugin 'network-1' has no permission 'net' for "xapi.example.com", only for ["api.example.com"]; th ...
# expect: log: 'api.example.com.' answered 200
# expect: denied: net "xn--pi-6kc.example.com"
# expect: log: '\u0430pi.example.com' PermissionError: plugin 'network-1' has no permission 'net' for "xn--pi-6kc.example.com", only for ["api.example ...
# expect: log: '\uff41pi.example.com' answered 200
# expect: log: 'api\u3002example.com' answered 200
# expect: log: 'api.example.com\u2024evil.example' ValueError: the URL cannot be read; it begins with https:// or http://
# expect: denied: net "evil.example"
# expect: log: 'evil.example' PermissionError: plugin 'network-1' has no permission 'net' for "evil.example", only for ["api.example.com"]; the host d ...
# expect: denied: net "example.com"
# expect: log: 'example.com' PermissionError: plugin 'network-1' has no permission 'net' for "example.com", only for ["api.example.com"]; the host dec ...
# expect: denied: net "localhost"
# expect: log: 'localhost' PermissionError: plugin 'network-1' has no permission 'net' for "localhost", only for ["api.example.com"]; the host decides on more
# expect: denied: net "127.0.0.1"
# expect: log: '127.0.0.1' PermissionError: plugin 'network-1' has no permission 'net' for "127.0.0.1", only for ["api.example.com"]; the host decides on more
# expect: denied: net "[::1]"
# expect: log: '[::1]' PermissionError: plugin 'network-1' has no permission 'net' for "[::1]", only for ["api.example.com"]; the host decides on more
# expect: denied: net "127.0.0.1"
# expect: log: '2130706433' PermissionError: plugin 'network-1' has no permission 'net' for "127.0.0.1", only for ["api.example.com"]; the host decides on more
# expect: denied: net "127.0.0.1"
# expect: log: '0x7f.1' PermissionError: plugin 'network-1' has no permission 'net' for "127.0.0.1", only for ["api.example.com"]; the host decides on more
# expect: denied: net "169.254.169.254"
# expect: log: '169.254.169.254' PermissionError: plugin 'network-1' has no permission 'net' for "169.254.169.254", only for ["api.example.com"]; the ...
import http
for host in "API.example.com.evil.example", "xapi.example.com", "api.example.com.", "аpi.example.com", "ａpi.example.com", "api\u3002example.com", "api.example.com\u2024evil.example", "evil.example", "example.com", "localhost", "127.0.0.1", "[::1]", "2130706433", "0x7f.1", "169.254.169.254":
    print(ascii(host), end=" ")
    tried(lambda: http.get(f"https://{host}/").status)
---
# try: the permitted host in mixed case and with a port
# expect: log: answered https://api.example.com/a
# expect: log: answered https://api.example.com:8443/b
# expect: log: answered http://api.example.com/c
# expect: log: ValueError: the URL cannot be read; it begins with https:// or http://
# expect: log: ValueError: the URL cannot be read; it begins with https:// or http://
import http
for url in "HTTPS://API.EXAMPLE.COM/a", "https://Api.Example.Com:8443/b", "http://api.example.com/c", "https://api.example.com:evil/", "https://api.example.com:99999/":
    tried(lambda: http.get(url).url)
---
# try: a user in the URL, so that the permitted host is no host
# expect: log: 'https://api.example.com@evil.example/' ValueError: the URL must name no user and no password
# expect: log: 'https://api.example.com:443@evil.example/' ValueError: the URL must name no user and no password
# expect: log: 'https://api.example.com%40evil.example/' ValueError: the URL cannot be read; it begins with https:// or http://
# expect: log: 'https://api.example.com\\@evil.example/' answered https://api.example.com/@evil.example/
# expect: denied: net "evil.example"
# expect: log: 'https://evil.example\\.api.example.com/' PermissionError: plugin 'network-3' has no permission 'net' for "evil.example", only for ["ap ...
# expect: denied: net "evil.example"
# expect: log: 'https:evil.example' PermissionError: plugin 'network-3' has no permission 'net' for "evil.example", only for ["api.example.com"]; the ...
# expect: denied: net "evil.example"
# expect: log: 'https:///evil.example/api.example.com' PermissionError: plugin 'network-3' has no permission 'net' for "evil.example", only for ["api. ...
# expect: log: '//evil.example' ValueError: the URL cannot be read; it begins with https:// or http://
# expect: denied: net "evil.example"
# expect: log: 'https://evil.example#@api.example.com' PermissionError: plugin 'network-3' has no permission 'net' for "evil.example", only for ["api. ...
# expect: denied: net "evil.example"
# expect: log: 'https://evil.example?@api.example.com' PermissionError: plugin 'network-3' has no permission 'net' for "evil.example", only for ["api. ...
# expect: denied: net "api.example.com.evil.example"
# expect: log: 'https://api.example.com\t.evil.example/' PermissionError: plugin 'network-3' has no permission 'net' for "api.example.com.evil.example ...
# expect: denied: net "evil.example"
# expect: log: 'https://evil.example\n/' PermissionError: plugin 'network-3' has no permission 'net' for "evil.example", only for ["api.example.com"]; ...
# expect: denied: net "evil.example"
# expect: log: '\x00https://evil.example/' PermissionError: plugin 'network-3' has no permission 'net' for "evil.example", only for ["api.example.com" ...
# expect: denied: net "evil.example"
# expect: log: ' https://evil.example/ ' PermissionError: plugin 'network-3' has no permission 'net' for "evil.example", only for ["api.example.com"]; ...
import http
for url in "https://api.example.com@evil.example/", "https://api.example.com:443@evil.example/", "https://api.example.com%40evil.example/", "https://api.example.com\\@evil.example/", "https://evil.example\\.api.example.com/", "https:evil.example", "https:///evil.example/api.example.com", "//evil.example", "https://evil.example#@api.example.com", "https://evil.example?@api.example.com", "https://api.example.com\t.evil.example/", "https://evil.example\n/", "\x00https://evil.example/", " https://evil.example/ ":
    print(ascii(url), end=" ")
    tried(lambda: http.get(url).url)
---
# try: protocols other than those of the web
# expect: log: 'file:///etc/passwd' ValueError: the URL must begin with https:// or http://, not file:
# expect: log: 'data:text/plain,x' ValueError: the URL must begin with https:// or http://, not data:
# expect: log: 'javascript:process.exit()' ValueError: the URL must begin with https:// or http://, not javascript:
# expect: log: 'blob:https://api.example.com/x' ValueError: the URL must begin with https:// or http://, not blob:
# expect: log: 'ftp://api.example.com/' ValueError: the URL must begin with https:// or http://, not ftp:
# expect: log: 'ws://api.example.com/' ValueError: the URL must begin with https:// or http://, not ws:
# expect: log: 'node:fs' ValueError: the URL must begin with https:// or http://, not node:
# expect: log: 'about:blank' ValueError: the URL must begin with https:// or http://, not about:
# expect: log: 'chrome://settings' ValueError: the URL must begin with https:// or http://, not chrome:
# expect: log: 'view-source:https://api.example.com/' ValueError: the URL must begin with https:// or http://, not view-source:
# expect: log: '' ValueError: the URL cannot be read; it begins with https:// or http://
# expect: log: '/' ValueError: the URL cannot be read; it begins with https:// or http://
# expect: log: 'api.example.com' ValueError: the URL cannot be read; it begins with https:// or http://
# expect: log: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx ValueError: the URL cannot be read; it begins with https:// or http://
import http
for url in "file:///etc/passwd", "data:text/plain,x", "javascript:process.exit()", "blob:https://api.example.com/x", "ftp://api.example.com/", "ws://api.example.com/", "node:fs", "about:blank", "chrome://settings", "view-source:https://api.example.com/", "", "/", "api.example.com", "x" * 1_000_000:
    print(ascii(url)[:40], end=" ")
    tried(lambda: http.get(url).url)
---
# try: redirects of the permitted host to others, and for ever
# expect: denied: net "evil.example"
# expect: log: PermissionError: plugin 'network-5' has no permission 'net' for "evil.example", only for ["api.example.com"]; the host decides on more
# expect: denied: net "evil.example"
# expect: log: PermissionError: plugin 'network-5' has no permission 'net' for "evil.example", only for ["api.example.com"]; the host decides on more
# expect: log: ValueError: the URL must begin with https:// or http://, not file:
# expect: log: ValueError: the URL must begin with https:// or http://, not data:
# expect: log: ValueError: the URL must name no user and no password
# expect: log: ValueError: the URL must begin with https:// or http://, not javascript:
# expect: log: ConnectionError: more than 5 redirects
# expect: denied: net "127.0.0.1"
# expect: log: PermissionError: plugin 'network-5' has no permission 'net' for "127.0.0.1", only for ["api.example.com"]; the host decides on more
import http
for to in "https://evil.example/", "//evil.example/", "file:///etc/passwd", "data:text/plain,x", "https://api.example.com@evil.example/", "javascript:1", "/loop", "https://127.0.0.1/":
    tried(lambda: http.get(f"https://api.example.com/to?{to}").status)
---
# try: headers and methods that speak for the host, or split requests
# expect: log: {'Host': 'evil.example'} ValueError: the header 'Host' cannot be set
# expect: log: {'X': 'a\r\nHost: evil.example'} ValueError: the header 'X' has a value that cannot be sent
# expect: log: {'X\r\nHost': 'evil.example'} ValueError: 'X\u000d
# expect: log: Host' is no name of a header
# expect: log: {'Cookie': 'a'} ValueError: the header 'Cookie' cannot be set
# expect: log: {'Proxy-Authorization': 'a'} ValueError: the header 'Proxy-Authorization' cannot be set
# expect: log: {'Content-Length': '0'} ValueError: the header 'Content-Length' cannot be set
# expect: log: {'__proto__': 'a\n'} ValueError: the header '__proto__' has a value that cannot be sent
# expect: log: {'X': '€'} ValueError: the header 'X' has a value that cannot be sent
# expect: log: {'': 'a'} ValueError: '' is no name of a header
# expect: log: {'x': 'a', 'X': 'b'} ValueError: the header 'X' is there twice
# expect: log: ValueError: the method must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS
# expect: log: ValueError: the method must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS
# expect: log: ValueError: the method must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS
# expect: log: ValueError: the method must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS
# expect: log: ValueError: the method must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS
# expect: log: ValueError: the method must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS
import http
url = "https://api.example.com/"
for headers in {"Host": "evil.example"}, {"X": "a\r\nHost: evil.example"}, {"X\r\nHost": "evil.example"}, {"Cookie": "a"}, {"Proxy-Authorization": "a"}, {"Content-Length": "0"}, {"__proto__": "a\n"}, {"X": "\u20ac"}, {"": "a"}, {"x": "a", "X": "b"}:
    print(headers, end=" ")
    tried(lambda: http.get(url, headers=headers).status)
for method in "CONNECT", "TRACE", "GET /evil HTTP/1.1\r\n", "", "get\0", "__proto__":
    tried(lambda: http.request(method, url).status)
---
# try: a dict of headers that changes, and a URL that is asked for twice
# expect: log: answered 200
# expect: log: answered https://api.example.com/
import http
class Headers(dict):
    def items(self): return [("Host", "evil.example")]
    def __iter__(self): return iter(["Host"])
    def __getitem__(self, key): return "evil.example"
class Url(str):
    def __str__(self): return "https://evil.example/"
    def __repr__(self): return "https://evil.example/"
tried(lambda: http.get("https://api.example.com/", headers=Headers(x="a")).status)
tried(lambda: http.get(Url("https://api.example.com/")).url)
---
# try: timeouts that are none, answers and bodies without end
# expect: log: ValueError: timeout must be above 0
# expect: log: ValueError: timeout must be above 0
# expect: log: ValueError: timeout must be above 0
# expect: log: answered 200
# expect: log: answered 200
# expect: log: ConnectionError: the answer has more than 1000000 bytes
# expect: log: ValueError: the body has 2000000 bytes; it may have 1000000
import http
url = "https://api.example.com/"
for timeout in 0, -1, float("nan"), float("inf"), 1e308:
    tried(lambda: http.get(url, timeout=timeout).status)
tried(lambda: http.get("https://api.example.com/endless").status)
tried(lambda: http.request("POST", url, body="x" * 2_000_000).status)
---
# try: requests without number at a time
# expect: log: ['ConnectionError', 'Response']
import http, asyncio
async def on_activate():
    results = await asyncio.gather(*(http.fetch("https://api.example.com/") for n in range(100)), return_exceptions=True)
    print(sorted({type(each).__name__ for each in results}))
