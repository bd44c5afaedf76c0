"""Accepts or rejects all tracked changes of documents through LibreOffice, and writes what is left as text.

Called with a folder for LibreOffice's settings, then for each job: accept or reject, the document, the text file.
Needs LibreOffice (soffice) and its Python bridge (Debian: libreoffice-writer-nogui, python3-uno).
"""

import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def value(name, content):
    one = PropertyValue()
    one.Name, one.Value = name, content
    return one


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # it is not up yet
            time.sleep(0.25)
    sys.exit("LibreOffice does not answer")


def main():
    settings, *jobs = sys.argv[1:]
    pipe = "lexdelta" + "".join(c for c in settings if c.isalnum())
    office = subprocess.Popen(
        [
            "soffice",
            f"-env:UserInstallation=file://{settings}",
            "--headless",
            "--norestore",
            "--nologo",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        context = connect(pipe)
        create = lambda name: context.ServiceManager.createInstanceWithContext(name, context)
        desktop, dispatcher = create("com.sun.star.frame.Desktop"), create("com.sun.star.frame.DispatchHelper")
        for what, document, text in zip(*[iter(jobs)] * 3):
            opened = desktop.loadComponentFromURL(f"file://{document}", "_blank", 0, (value("Hidden", True),))
            dispatcher.executeDispatch(opened.CurrentController.Frame, COMMANDS[what], "", 0, ())
            opened.storeToURL(
                f"file://{text}", (value("FilterName", "Text (encoded)"), value("FilterOptions", "UTF8,LF"))
            )
            opened.close(True)
        desktop.terminate()
    finally:
        try:
            office.wait(20)
        except subprocess.TimeoutExpired:
            office.kill()


main()
