# encodings with a table
text = "aÄ€Жł"
for name in "cp1252", "windows-1252", "1252", "cp1250", "cp1251", "Windows_1251", "iso-8859-2", "latin2", "iso-8859-5", "latin9", "ISO8859-15", "koi8-r", "koi8_u", "cp437", "IBM850", "cp866", "mac-roman", "macroman":
    data = text.encode(name, "ignore")
    print(name, data, ascii(data.decode(name)), text.encode(name, "replace"))
# expect: cp1252 b'a\xc4\x80' 'a\xc4\u20ac' b'a\xc4\x80??'
# expect: windows-1252 b'a\xc4\x80' 'a\xc4\u20ac' b'a\xc4\x80??'
# expect: 1252 b'a\xc4\x80' 'a\xc4\u20ac' b'a\xc4\x80??'
# expect: cp1250 b'a\xc4\x80\xb3' 'a\xc4\u20ac\u0142' b'a\xc4\x80?\xb3'
# expect: cp1251 b'a\x88\xc6' 'a\u20ac\u0416' b'a?\x88\xc6?'
# expect: Windows_1251 b'a\x88\xc6' 'a\u20ac\u0416' b'a?\x88\xc6?'
# expect: iso-8859-2 b'a\xc4\xb3' 'a\xc4\u0142' b'a\xc4??\xb3'
# expect: latin2 b'a\xc4\xb3' 'a\xc4\u0142' b'a\xc4??\xb3'
# expect: iso-8859-5 b'a\xb6' 'a\u0416' b'a??\xb6?'
# expect: latin9 b'a\xc4\xa4' 'a\xc4\u20ac' b'a\xc4\xa4??'
# expect: ISO8859-15 b'a\xc4\xa4' 'a\xc4\u20ac' b'a\xc4\xa4??'
# expect: koi8-r b'a\xf6' 'a\u0416' b'a??\xf6?'
# expect: koi8_u b'a\xf6' 'a\u0416' b'a??\xf6?'
# expect: cp437 b'a\x8e' 'a\xc4' b'a\x8e???'
# expect: IBM850 b'a\x8e' 'a\xc4' b'a\x8e???'
# expect: cp866 b'a\x86' 'a\u0416' b'a??\x86?'
# expect: mac-roman b'a\x80\xdb' 'a\xc4\u20ac' b'a\x80\xdb??'
# expect: macroman b'a\x80\xdb' 'a\xc4\u20ac' b'a\x80\xdb??'
print(bytes("€", "cp1252"), bytearray("€", "cp1252"), str(b"\x80", "cp1252"), str(memoryview(b"\xe6"), "cp1251"))
# expect: b'\x80' bytearray(b'\x80') € ж
print(["".encode("cp1252"), b"".decode("no such thing")])  # expect: [b'', '']
class Text(str): pass
class Data(bytes): pass
print(type(Text(b"\x80", "cp1252")).__name__, type(Data("€", "cp1252")).__name__, Text("€").encode("cp1252"))
# expect: Text Data b'\x80'
---
# all bytes of some encodings
for name in "cp1252", "cp1250", "cp1251", "cp1253", "cp1257", "iso8859-3", "iso8859-6", "latin8", "thai", "iso8859-15", "koi8-r", "cp437", "mac_roman":
    print(name, ascii(bytes(range(128, 256)).decode(name, "replace")))
    decoded = bytes(range(256)).decode(name, "ignore")
    print(len(decoded), decoded.encode(name).decode(name) == decoded)
# expect: cp1252 '\u20ac\ufffd\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\ufffd\u017d\ufffd\ufffd\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\ufffd\u017e\u0178\xa0\xa1\xa2\xa3\xa4\xa5\xa6\xa7\xa8\xa9\xaa\xab\xac\xad\xae\xaf\xb0\xb1\xb2\xb3\xb4\xb5\xb6\xb7\xb8\xb9\xba\xbb\xbc\xbd\xbe\xbf\xc0\xc1\xc2\xc3\xc4\xc5\xc6\xc7\xc8\xc9\xca\xcb\xcc\xcd\xce\xcf\xd0\xd1\xd2\xd3\xd4\xd5\xd6\xd7\xd8\xd9\xda\xdb\xdc\xdd\xde\xdf\xe0\xe1\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xea\xeb\xec\xed\xee\xef\xf0\xf1\xf2\xf3\xf4\xf5\xf6\xf7\xf8\xf9\xfa\xfb\xfc\xfd\xfe\xff'
# expect: 251 True
# expect: cp1250 '\u20ac\ufffd\u201a\ufffd\u201e\u2026\u2020\u2021\ufffd\u2030\u0160\u2039\u015a\u0164\u017d\u0179\ufffd\u2018\u2019\u201c\u201d\u2022\u2013\u2014\ufffd\u2122\u0161\u203a\u015b\u0165\u017e\u017a\xa0\u02c7\u02d8\u0141\xa4\u0104\xa6\xa7\xa8\xa9\u015e\xab\xac\xad\xae\u017b\xb0\xb1\u02db\u0142\xb4\xb5\xb6\xb7\xb8\u0105\u015f\xbb\u013d\u02dd\u013e\u017c\u0154\xc1\xc2\u0102\xc4\u0139\u0106\xc7\u010c\xc9\u0118\xcb\u011a\xcd\xce\u010e\u0110\u0143\u0147\xd3\xd4\u0150\xd6\xd7\u0158\u016e\xda\u0170\xdc\xdd\u0162\xdf\u0155\xe1\xe2\u0103\xe4\u013a\u0107\xe7\u010d\xe9\u0119\xeb\u011b\xed\xee\u010f\u0111\u0144\u0148\xf3\xf4\u0151\xf6\xf7\u0159\u016f\xfa\u0171\xfc\xfd\u0163\u02d9'
# expect: 251 True
# expect: cp1251 '\u0402\u0403\u201a\u0453\u201e\u2026\u2020\u2021\u20ac\u2030\u0409\u2039\u040a\u040c\u040b\u040f\u0452\u2018\u2019\u201c\u201d\u2022\u2013\u2014\ufffd\u2122\u0459\u203a\u045a\u045c\u045b\u045f\xa0\u040e\u045e\u0408\xa4\u0490\xa6\xa7\u0401\xa9\u0404\xab\xac\xad\xae\u0407\xb0\xb1\u0406\u0456\u0491\xb5\xb6\xb7\u0451\u2116\u0454\xbb\u0458\u0405\u0455\u0457\u0410\u0411\u0412\u0413\u0414\u0415\u0416\u0417\u0418\u0419\u041a\u041b\u041c\u041d\u041e\u041f\u0420\u0421\u0422\u0423\u0424\u0425\u0426\u0427\u0428\u0429\u042a\u042b\u042c\u042d\u042e\u042f\u0430\u0431\u0432\u0433\u0434\u0435\u0436\u0437\u0438\u0439\u043a\u043b\u043c\u043d\u043e\u043f\u0440\u0441\u0442\u0443\u0444\u0445\u0446\u0447\u0448\u0449\u044a\u044b\u044c\u044d\u044e\u044f'
# expect: 255 True
# expect: cp1253 '\u20ac\ufffd\u201a\u0192\u201e\u2026\u2020\u2021\ufffd\u2030\ufffd\u2039\ufffd\ufffd\ufffd\ufffd\ufffd\u2018\u2019\u201c\u201d\u2022\u2013\u2014\ufffd\u2122\ufffd\u203a\ufffd\ufffd\ufffd\ufffd\xa0\u0385\u0386\xa3\xa4\xa5\xa6\xa7\xa8\xa9\ufffd\xab\xac\xad\xae\u2015\xb0\xb1\xb2\xb3\u0384\xb5\xb6\xb7\u0388\u0389\u038a\xbb\u038c\xbd\u038e\u038f\u0390\u0391\u0392\u0393\u0394\u0395\u0396\u0397\u0398\u0399\u039a\u039b\u039c\u039d\u039e\u039f\u03a0\u03a1\ufffd\u03a3\u03a4\u03a5\u03a6\u03a7\u03a8\u03a9\u03aa\u03ab\u03ac\u03ad\u03ae\u03af\u03b0\u03b1\u03b2\u03b3\u03b4\u03b5\u03b6\u03b7\u03b8\u03b9\u03ba\u03bb\u03bc\u03bd\u03be\u03bf\u03c0\u03c1\u03c2\u03c3\u03c4\u03c5\u03c6\u03c7\u03c8\u03c9\u03ca\u03cb\u03cc\u03cd\u03ce\ufffd'
# expect: 239 True
# expect: cp1257 '\u20ac\ufffd\u201a\ufffd\u201e\u2026\u2020\u2021\ufffd\u2030\ufffd\u2039\ufffd\xa8\u02c7\xb8\ufffd\u2018\u2019\u201c\u201d\u2022\u2013\u2014\ufffd\u2122\ufffd\u203a\ufffd\xaf\u02db\ufffd\xa0\ufffd\xa2\xa3\xa4\ufffd\xa6\xa7\xd8\xa9\u0156\xab\xac\xad\xae\xc6\xb0\xb1\xb2\xb3\xb4\xb5\xb6\xb7\xf8\xb9\u0157\xbb\xbc\xbd\xbe\xe6\u0104\u012e\u0100\u0106\xc4\xc5\u0118\u0112\u010c\xc9\u0179\u0116\u0122\u0136\u012a\u013b\u0160\u0143\u0145\xd3\u014c\xd5\xd6\xd7\u0172\u0141\u015a\u016a\xdc\u017b\u017d\xdf\u0105\u012f\u0101\u0107\xe4\xe5\u0119\u0113\u010d\xe9\u017a\u0117\u0123\u0137\u012b\u013c\u0161\u0144\u0146\xf3\u014d\xf5\xf6\xf7\u0173\u0142\u015b\u016b\xfc\u017c\u017e\u02d9'
# expect: 244 True
# expect: iso8859-3 '\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f\xa0\u0126\u02d8\xa3\xa4\ufffd\u0124\xa7\xa8\u0130\u015e\u011e\u0134\xad\ufffd\u017b\xb0\u0127\xb2\xb3\xb4\xb5\u0125\xb7\xb8\u0131\u015f\u011f\u0135\xbd\ufffd\u017c\xc0\xc1\xc2\ufffd\xc4\u010a\u0108\xc7\xc8\xc9\xca\xcb\xcc\xcd\xce\xcf\ufffd\xd1\xd2\xd3\xd4\u0120\xd6\xd7\u011c\xd9\xda\xdb\xdc\u016c\u015c\xdf\xe0\xe1\xe2\ufffd\xe4\u010b\u0109\xe7\xe8\xe9\xea\xeb\xec\xed\xee\xef\ufffd\xf1\xf2\xf3\xf4\u0121\xf6\xf7\u011d\xf9\xfa\xfb\xfc\u016d\u015d\u02d9'
# expect: 249 True
# expect: iso8859-6 '\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f\xa0\ufffd\ufffd\ufffd\xa4\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\u060c\xad\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\u061b\ufffd\ufffd\ufffd\u061f\ufffd\u0621\u0622\u0623\u0624\u0625\u0626\u0627\u0628\u0629\u062a\u062b\u062c\u062d\u062e\u062f\u0630\u0631\u0632\u0633\u0634\u0635\u0636\u0637\u0638\u0639\u063a\ufffd\ufffd\ufffd\ufffd\ufffd\u0640\u0641\u0642\u0643\u0644\u0645\u0646\u0647\u0648\u0649\u064a\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd'
# expect: 211 True
# expect: latin8 '\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f\xa0\u1e02\u1e03\xa3\u010a\u010b\u1e0a\xa7\u1e80\xa9\u1e82\u1e0b\u1ef2\xad\xae\u0178\u1e1e\u1e1f\u0120\u0121\u1e40\u1e41\xb6\u1e56\u1e81\u1e57\u1e83\u1e60\u1ef3\u1e84\u1e85\u1e61\xc0\xc1\xc2\xc3\xc4\xc5\xc6\xc7\xc8\xc9\xca\xcb\xcc\xcd\xce\xcf\u0174\xd1\xd2\xd3\xd4\xd5\xd6\u1e6a\xd8\xd9\xda\xdb\xdc\xdd\u0176\xdf\xe0\xe1\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xea\xeb\xec\xed\xee\xef\u0175\xf1\xf2\xf3\xf4\xf5\xf6\u1e6b\xf8\xf9\xfa\xfb\xfc\xfd\u0177\xff'
# expect: 256 True
# expect: thai '\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f\xa0\u0e01\u0e02\u0e03\u0e04\u0e05\u0e06\u0e07\u0e08\u0e09\u0e0a\u0e0b\u0e0c\u0e0d\u0e0e\u0e0f\u0e10\u0e11\u0e12\u0e13\u0e14\u0e15\u0e16\u0e17\u0e18\u0e19\u0e1a\u0e1b\u0e1c\u0e1d\u0e1e\u0e1f\u0e20\u0e21\u0e22\u0e23\u0e24\u0e25\u0e26\u0e27\u0e28\u0e29\u0e2a\u0e2b\u0e2c\u0e2d\u0e2e\u0e2f\u0e30\u0e31\u0e32\u0e33\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\ufffd\ufffd\ufffd\ufffd\u0e3f\u0e40\u0e41\u0e42\u0e43\u0e44\u0e45\u0e46\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e\u0e4f\u0e50\u0e51\u0e52\u0e53\u0e54\u0e55\u0e56\u0e57\u0e58\u0e59\u0e5a\u0e5b\ufffd\ufffd\ufffd\ufffd'
# expect: 248 True
# expect: iso8859-15 '\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f\xa0\xa1\xa2\xa3\u20ac\xa5\u0160\xa7\u0161\xa9\xaa\xab\xac\xad\xae\xaf\xb0\xb1\xb2\xb3\u017d\xb5\xb6\xb7\u017e\xb9\xba\xbb\u0152\u0153\u0178\xbf\xc0\xc1\xc2\xc3\xc4\xc5\xc6\xc7\xc8\xc9\xca\xcb\xcc\xcd\xce\xcf\xd0\xd1\xd2\xd3\xd4\xd5\xd6\xd7\xd8\xd9\xda\xdb\xdc\xdd\xde\xdf\xe0\xe1\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xea\xeb\xec\xed\xee\xef\xf0\xf1\xf2\xf3\xf4\xf5\xf6\xf7\xf8\xf9\xfa\xfb\xfc\xfd\xfe\xff'
# expect: 256 True
# expect: koi8-r '\u2500\u2502\u250c\u2510\u2514\u2518\u251c\u2524\u252c\u2534\u253c\u2580\u2584\u2588\u258c\u2590\u2591\u2592\u2593\u2320\u25a0\u2219\u221a\u2248\u2264\u2265\xa0\u2321\xb0\xb2\xb7\xf7\u2550\u2551\u2552\u0451\u2553\u2554\u2555\u2556\u2557\u2558\u2559\u255a\u255b\u255c\u255d\u255e\u255f\u2560\u2561\u0401\u2562\u2563\u2564\u2565\u2566\u2567\u2568\u2569\u256a\u256b\u256c\xa9\u044e\u0430\u0431\u0446\u0434\u0435\u0444\u0433\u0445\u0438\u0439\u043a\u043b\u043c\u043d\u043e\u043f\u044f\u0440\u0441\u0442\u0443\u0436\u0432\u044c\u044b\u0437\u0448\u044d\u0449\u0447\u044a\u042e\u0410\u0411\u0426\u0414\u0415\u0424\u0413\u0425\u0418\u0419\u041a\u041b\u041c\u041d\u041e\u041f\u042f\u0420\u0421\u0422\u0423\u0416\u0412\u042c\u042b\u0417\u0428\u042d\u0429\u0427\u042a'
# expect: 256 True
# expect: cp437 '\xc7\xfc\xe9\xe2\xe4\xe0\xe5\xe7\xea\xeb\xe8\xef\xee\xec\xc4\xc5\xc9\xe6\xc6\xf4\xf6\xf2\xfb\xf9\xff\xd6\xdc\xa2\xa3\xa5\u20a7\u0192\xe1\xed\xf3\xfa\xf1\xd1\xaa\xba\xbf\u2310\xac\xbd\xbc\xa1\xab\xbb\u2591\u2592\u2593\u2502\u2524\u2561\u2562\u2556\u2555\u2563\u2551\u2557\u255d\u255c\u255b\u2510\u2514\u2534\u252c\u251c\u2500\u253c\u255e\u255f\u255a\u2554\u2569\u2566\u2560\u2550\u256c\u2567\u2568\u2564\u2565\u2559\u2558\u2552\u2553\u256b\u256a\u2518\u250c\u2588\u2584\u258c\u2590\u2580\u03b1\xdf\u0393\u03c0\u03a3\u03c3\xb5\u03c4\u03a6\u0398\u03a9\u03b4\u221e\u03c6\u03b5\u2229\u2261\xb1\u2265\u2264\u2320\u2321\xf7\u2248\xb0\u2219\xb7\u221a\u207f\xb2\u25a0\xa0'
# expect: 256 True
# expect: mac_roman '\xc4\xc5\xc7\xc9\xd1\xd6\xdc\xe1\xe0\xe2\xe4\xe3\xe5\xe7\xe9\xe8\xea\xeb\xed\xec\xee\xef\xf1\xf3\xf2\xf4\xf6\xf5\xfa\xf9\xfb\xfc\u2020\xb0\xa2\xa3\xa7\u2022\xb6\xdf\xae\xa9\u2122\xb4\xa8\u2260\xc6\xd8\u221e\xb1\u2264\u2265\xa5\xb5\u2202\u2211\u220f\u03c0\u222b\xaa\xba\u03a9\xe6\xf8\xbf\xa1\xac\u221a\u0192\u2248\u2206\xab\xbb\u2026\xa0\xc0\xc3\xd5\u0152\u0153\u2013\u2014\u201c\u201d\u2018\u2019\xf7\u25ca\xff\u0178\u2044\u20ac\u2039\u203a\ufb01\ufb02\u2021\xb7\u201a\u201e\u2030\xc2\xca\xc1\xcb\xc8\xcd\xce\xcf\xcc\xd3\xd4\uf8ff\xd2\xda\xdb\xd9\u0131\u02c6\u02dc\xaf\u02d8\u02d9\u02da\xb8\u02dd\u02db\u02c7'
# expect: 256 True
---
# what a table does not have
for name in "cp1252", "cp1253", "koi8-r":
    for errors in "strict", "replace", "ignore", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "nope":
        for f in (lambda: "aя⁂é\udc81".encode(name, errors)), lambda: ascii(b"a\x81\xaa\xff".decode(name, errors)):
            try: print(name, errors, f())
            except (UnicodeError, LookupError, TypeError) as error: print(name, errors, type(error).__name__, ascii(str(error)))
# expect: cp1252 strict UnicodeEncodeError "'charmap' codec can't encode characters in position 1-2: character maps to <undefined>"
# expect: cp1252 strict UnicodeDecodeError "'charmap' codec can't decode byte 0x81 in position 1: character maps to <undefined>"
# expect: cp1252 replace b'a??\xe9?'
# expect: cp1252 replace 'a\ufffd\xaa\xff'
# expect: cp1252 ignore b'a\xe9'
# expect: cp1252 ignore 'a\xaa\xff'
# expect: cp1252 backslashreplace b'a\\u044f\\u2042\xe9\\udc81'
# expect: cp1252 backslashreplace 'a\\x81\xaa\xff'
# expect: cp1252 xmlcharrefreplace b'a&#1103;&#8258;\xe9&#56449;'
# expect: cp1252 xmlcharrefreplace TypeError "don't know how to handle UnicodeDecodeError in error callback"
# expect: cp1252 surrogateescape UnicodeEncodeError "'charmap' codec can't encode characters in position 1-2: character maps to <undefined>"
# expect: cp1252 surrogateescape 'a\udc81\xaa\xff'
# expect: cp1252 nope LookupError "unknown error handler name 'nope'"
# expect: cp1252 nope LookupError "unknown error handler name 'nope'"
# expect: cp1253 strict UnicodeEncodeError "'charmap' codec can't encode characters in position 1-4: character maps to <undefined>"
# expect: cp1253 strict UnicodeDecodeError "'charmap' codec can't decode byte 0x81 in position 1: character maps to <undefined>"
# expect: cp1253 replace b'a????'
# expect: cp1253 replace 'a\ufffd\ufffd\ufffd'
# expect: cp1253 ignore b'a'
# expect: cp1253 ignore 'a'
# expect: cp1253 backslashreplace b'a\\u044f\\u2042\\xe9\\udc81'
# expect: cp1253 backslashreplace 'a\\x81\\xaa\\xff'
# expect: cp1253 xmlcharrefreplace b'a&#1103;&#8258;&#233;&#56449;'
# expect: cp1253 xmlcharrefreplace TypeError "don't know how to handle UnicodeDecodeError in error callback"
# expect: cp1253 surrogateescape UnicodeEncodeError "'charmap' codec can't encode characters in position 1-4: character maps to <undefined>"
# expect: cp1253 surrogateescape 'a\udc81\udcaa\udcff'
# expect: cp1253 nope LookupError "unknown error handler name 'nope'"
# expect: cp1253 nope LookupError "unknown error handler name 'nope'"
# expect: koi8-r strict UnicodeEncodeError "'charmap' codec can't encode characters in position 2-4: character maps to <undefined>"
# expect: koi8-r strict 'a\u2502\u2559\u042a'
# expect: koi8-r replace b'a\xd1???'
# expect: koi8-r replace 'a\u2502\u2559\u042a'
# expect: koi8-r ignore b'a\xd1'
# expect: koi8-r ignore 'a\u2502\u2559\u042a'
# expect: koi8-r backslashreplace b'a\xd1\\u2042\\xe9\\udc81'
# expect: koi8-r backslashreplace 'a\u2502\u2559\u042a'
# expect: koi8-r xmlcharrefreplace b'a\xd1&#8258;&#233;&#56449;'
# expect: koi8-r xmlcharrefreplace 'a\u2502\u2559\u042a'
# expect: koi8-r surrogateescape UnicodeEncodeError "'charmap' codec can't encode characters in position 2-4: character maps to <undefined>"
# expect: koi8-r surrogateescape 'a\u2502\u2559\u042a'
# expect: koi8-r nope LookupError "unknown error handler name 'nope'"
# expect: koi8-r nope 'a\u2502\u2559\u042a'
try: b"ab\x81\x8dc".decode("cp1252")
except UnicodeDecodeError as error: print(error.encoding, error.object, error.start, error.end, error.reason)
# expect: charmap b'ab\x81\x8dc' 2 3 character maps to <undefined>
try: "ab€\x81\x8dc".encode("cp1252")
except UnicodeEncodeError as error: print(error.encoding, ascii(error.object), error.start, error.end, error.reason)
# expect: charmap 'ab\u20ac\x81\x8dc' 3 5 character maps to <undefined>
---
# utf-7
for text in "abc", "a+b", "Ä€-", "1 + 1 = 2", "~\\", "\U0001f600", "\ud83d", "€a", "€-", "€ ", "\0\x7f":
    data = text.encode("utf-7")
    print(ascii(text), data, data.decode("utf7") == text)
# expect: 'abc' b'abc' True
# expect: 'a+b' b'a+-b' True
# expect: '\xc4\u20ac-' b'+AMQgrA--' True
# expect: '1 + 1 = 2' b'1 +- 1 = 2' True
# expect: '~\\' b'+AH4AXA-' True
# expect: '\U0001f600' b'+2D3eAA-' True
# expect: '\ud83d' b'+2D0-' True
# expect: '\u20aca' b'+IKw-a' True
# expect: '\u20ac-' b'+IKw--' True
# expect: '\u20ac ' b'+IKw ' True
# expect: '\x00\x7f' b'+AAAAfw-' True
for data in b"+", b"+-", b"+AGEAYgBj-", b"+AGEAYgBj", b"a+AGE b", b"+AGF-", b"+A-", b"+*", b"\xff", b"+2D0", b"+2D3eAA-x", b"a+AGE\xff":
    for errors in "strict", "replace", "ignore":
        try: print(data, errors, ascii(data.decode("utf-7", errors)))
        except UnicodeDecodeError as error: print(data, errors, error)
# expect: b'+' strict ''
# expect: b'+' replace ''
# expect: b'+' ignore ''
# expect: b'+-' strict '+'
# expect: b'+-' replace '+'
# expect: b'+-' ignore '+'
# expect: b'+AGEAYgBj-' strict 'abc'
# expect: b'+AGEAYgBj-' replace 'abc'
# expect: b'+AGEAYgBj-' ignore 'abc'
# expect: b'+AGEAYgBj' strict 'abc'
# expect: b'+AGEAYgBj' replace 'abc'
# expect: b'+AGEAYgBj' ignore 'abc'
# expect: b'a+AGE b' strict 'aa b'
# expect: b'a+AGE b' replace 'aa b'
# expect: b'a+AGE b' ignore 'aa b'
# expect: b'+AGF-' strict 'utf7' codec can't decode bytes in position 0-4: non-zero padding bits in shift sequence
# expect: b'+AGF-' replace 'a\ufffd'
# expect: b'+AGF-' ignore 'a'
# expect: b'+A-' strict 'utf7' codec can't decode bytes in position 0-2: partial character in shift sequence
# expect: b'+A-' replace '\ufffd'
# expect: b'+A-' ignore ''
# expect: b'+*' strict 'utf7' codec can't decode bytes in position 0-1: ill-formed sequence
# expect: b'+*' replace '\ufffd'
# expect: b'+*' ignore ''
# expect: b'\xff' strict 'utf7' codec can't decode byte 0xff in position 0: unexpected special character
# expect: b'\xff' replace '\ufffd'
# expect: b'\xff' ignore ''
# expect: b'+2D0' strict 'utf7' codec can't decode bytes in position 0-3: unterminated shift sequence
# expect: b'+2D0' replace '\ufffd'
# expect: b'+2D0' ignore ''
# expect: b'+2D3eAA-x' strict '\U0001f600x'
# expect: b'+2D3eAA-x' replace '\U0001f600x'
# expect: b'+2D3eAA-x' ignore '\U0001f600x'
# expect: b'a+AGE\xff' strict 'utf7' codec can't decode byte 0xff in position 5: unexpected special character
# expect: b'a+AGE\xff' replace 'aa\ufffd'
# expect: b'a+AGE\xff' ignore 'aa'
---
# escapes of string literals as an encoding
for text in "plain", "tab\tnew\nline\r\\ ' \"", "é€\U0001f600\ud800", "\0\x1f\x7f\x80\xff":
    for name in "unicode_escape", "raw_unicode_escape":
        data = text.encode(name)
        print(name, data, data.decode(name) == text)
# expect: unicode_escape b'plain' True
# expect: raw_unicode_escape b'plain' True
# expect: unicode_escape b'tab\\tnew\\nline\\r\\\\ \' "' True
# expect: raw_unicode_escape b'tab\tnew\nline\r\\ \' "' True
# expect: unicode_escape b'\\xe9\\u20ac\\U0001f600\\ud800' True
# expect: raw_unicode_escape b'\xe9\\u20ac\\U0001f600\\ud800' True
# expect: unicode_escape b'\\x00\\x1f\\x7f\\x80\\xff' True
# expect: raw_unicode_escape b'\x00\x1f\x7f\x80\xff' True
for data in rb"\x41\u20ac\U0001f600\101\7\n\t\\\'\"\a", rb"\x4", rb"\u20a", rb"\U00110000", rb"\U0011", b"a\\", b"\\\nb", b"\xe9", rb"\\u0041":
    for name in "unicode-escape", "raw-unicode-escape":
        for errors in "strict", "replace":
            try: print(name, data, ascii(data.decode(name, errors)))
            except UnicodeDecodeError as error: print(name, data, error)
# expect: unicode-escape b'\\x41\\u20ac\\U0001f600\\101\\7\\n\\t\\\\\\\'\\"\\a' 'A\u20ac\U0001f600A\x07\n\t\\\'"\x07'
# expect: unicode-escape b'\\x41\\u20ac\\U0001f600\\101\\7\\n\\t\\\\\\\'\\"\\a' 'A\u20ac\U0001f600A\x07\n\t\\\'"\x07'
# expect: raw-unicode-escape b'\\x41\\u20ac\\U0001f600\\101\\7\\n\\t\\\\\\\'\\"\\a' '\\x41\u20ac\U0001f600\\101\\7\\n\\t\\\\\\\'\\"\\a'
# expect: raw-unicode-escape b'\\x41\\u20ac\\U0001f600\\101\\7\\n\\t\\\\\\\'\\"\\a' '\\x41\u20ac\U0001f600\\101\\7\\n\\t\\\\\\\'\\"\\a'
# expect: unicode-escape b'\\x4' 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX escape
# expect: unicode-escape b'\\x4' '\ufffd'
# expect: raw-unicode-escape b'\\x4' '\\x4'
# expect: raw-unicode-escape b'\\x4' '\\x4'
# expect: unicode-escape b'\\u20a' 'unicodeescape' codec can't decode bytes in position 0-4: truncated \uXXXX escape
# expect: unicode-escape b'\\u20a' '\ufffd'
# expect: raw-unicode-escape b'\\u20a' 'rawunicodeescape' codec can't decode bytes in position 0-4: truncated \uXXXX escape
# expect: raw-unicode-escape b'\\u20a' '\ufffd'
# expect: unicode-escape b'\\U00110000' 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character
# expect: unicode-escape b'\\U00110000' '\ufffd'
# expect: raw-unicode-escape b'\\U00110000' 'rawunicodeescape' codec can't decode bytes in position 0-9: \Uxxxxxxxx out of range
# expect: raw-unicode-escape b'\\U00110000' '\ufffd'
# expect: unicode-escape b'\\U0011' 'unicodeescape' codec can't decode bytes in position 0-5: truncated \UXXXXXXXX escape
# expect: unicode-escape b'\\U0011' '\ufffd'
# expect: raw-unicode-escape b'\\U0011' 'rawunicodeescape' codec can't decode bytes in position 0-5: truncated \UXXXXXXXX escape
# expect: raw-unicode-escape b'\\U0011' '\ufffd'
# expect: unicode-escape b'a\\' 'unicodeescape' codec can't decode byte 0x5c in position 1: \ at end of string
# expect: unicode-escape b'a\\' 'a\ufffd'
# expect: raw-unicode-escape b'a\\' 'a\\'
# expect: raw-unicode-escape b'a\\' 'a\\'
# expect: unicode-escape b'\\\nb' 'b'
# expect: unicode-escape b'\\\nb' 'b'
# expect: raw-unicode-escape b'\\\nb' '\\\nb'
# expect: raw-unicode-escape b'\\\nb' '\\\nb'
# expect: unicode-escape b'\xe9' '\xe9'
# expect: unicode-escape b'\xe9' '\xe9'
# expect: raw-unicode-escape b'\xe9' '\xe9'
# expect: raw-unicode-escape b'\xe9' '\xe9'
# expect: unicode-escape b'\\\\u0041' '\\u0041'
# expect: unicode-escape b'\\\\u0041' '\\u0041'
# expect: raw-unicode-escape b'\\\\u0041' '\\\\u0041'
# expect: raw-unicode-escape b'\\\\u0041' '\\\\u0041'
---
# names of encodings that are not, or are not for text
for name in "no such thing", "utf-9", "cp9999", "hex", "base64", "rot13", "rot-13", "zlib":
    for f in (lambda: "a".encode(name)), (lambda: b"a".decode(name)), (lambda: bytes("a", name)), lambda: str(b"a", name):
        try: f()
        except LookupError as error: print(type(error).__name__, error)
# expect: LookupError unknown encoding: no such thing
# expect: LookupError unknown encoding: no such thing
# expect: LookupError unknown encoding: no such thing
# expect: LookupError unknown encoding: no such thing
# expect: LookupError unknown encoding: utf-9
# expect: LookupError unknown encoding: utf-9
# expect: LookupError unknown encoding: utf-9
# expect: LookupError unknown encoding: utf-9
# expect: LookupError unknown encoding: cp9999
# expect: LookupError unknown encoding: cp9999
# expect: LookupError unknown encoding: cp9999
# expect: LookupError unknown encoding: cp9999
# expect: LookupError 'hex' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'hex' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: LookupError 'hex' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'hex' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: LookupError 'base64' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'base64' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: LookupError 'base64' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'base64' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: LookupError 'rot13' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'rot13' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: LookupError 'rot13' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'rot13' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: LookupError 'rot-13' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'rot-13' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: LookupError 'rot-13' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'rot-13' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: LookupError 'zlib' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'zlib' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: LookupError 'zlib' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'zlib' is not a text encoding; use codecs.decode() to handle arbitrary codecs
---
# what an encoding does not have, by its name
for text, encoding in ("é", "ascii"), ("a—b€ж", "latin-1"), ("ж€", "koi8-r"), ("한中ὠ😀", "cp1252"), ("\x80\ue000\U0010fffd", "ascii"), ("x\udc80\ud800y", "utf-8"), ("\ud800", "utf-16-le"), ("plain", "ascii"), ("", "latin-1"):
    print(ascii(text), encoding, text.encode(encoding, "namereplace"))
# expect: '\xe9' ascii b'\\N{LATIN SMALL LETTER E WITH ACUTE}'
# expect: 'a\u2014b\u20ac\u0436' latin-1 b'a\\N{EM DASH}b\\N{EURO SIGN}\\N{CYRILLIC SMALL LETTER ZHE}'
# expect: '\u0436\u20ac' koi8-r b'\xd6\\N{EURO SIGN}'
# expect: '\ud55c\u4e2d\u1f60\U0001f600' cp1252 b'\\N{HANGUL SYLLABLE HAN}\\N{CJK UNIFIED IDEOGRAPH-4E2D}\\N{GREEK SMALL LETTER OMEGA WITH PSILI}\\N{GRINNING FACE}'
# expect: '\x80\ue000\U0010fffd' ascii b'\\x80\\ue000\\U0010fffd'
# expect: 'x\udc80\ud800y' utf-8 b'x\\udc80\\ud800y'
# expect: '\ud800' utf-16-le b'\\\x00u\x00d\x008\x000\x000\x00'
# expect: 'plain' ascii b'plain'
# expect: '' latin-1 b''
print(bytes("±1", "ascii", "namereplace"), len(("é" * 3000).encode("ascii", "namereplace")))
# expect: b'\\N{PLUS-MINUS SIGN}1' 105000
for f in (lambda: b"\xff".decode("ascii", "namereplace"), lambda: "é".encode("no such", "namereplace"), lambda: "é".encode("hex", "namereplace")):
    try: f()
    except (TypeError, LookupError) as e: print(type(e).__name__, e)
# expect: TypeError don't know how to handle UnicodeDecodeError in error callback
# expect: LookupError unknown encoding: no such
# expect: LookupError 'hex' is not a text encoding; use codecs.encode() to handle arbitrary codecs
---
# "charmap" without a table is Latin-1
print(b"caf\xe9 \x80".decode("charmap"), "é".encode("charmap"), bytes(range(256)).decode("charmap").encode("latin-1") == bytes(range(256)))
# expect: café  b'\xe9' True
try:
    "\u0100".encode("charmap")
except UnicodeEncodeError as error:
    print(error)
# expect: 'latin-1' codec can't encode character '\u0100' in position 0: ordinal not in range(256)
