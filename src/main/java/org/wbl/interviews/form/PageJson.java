package org.wbl.interviews.form;

/** JSON as it may stand in a page's script element. */
class PageJson {

    private PageJson() {}

    /**
     * The same JSON, written so that nothing in it can end the element or be read as markup. Outside its strings JSON
     * has none of these characters, and in them the escapes mean the same.
     */
    static String inPage(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
