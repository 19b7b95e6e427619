"""A desktop's portal for settings on the session bus, in place of GNOME's own: dark from the first line on stdin.

A program for the system's own Python, which has GLib's bindings.
"""

import sys

from gi.repository import Gio, GLib

NAME, KIND = "org.freedesktop.portal.Desktop", "org.freedesktop.portal.Settings"
PATH = "/org/freedesktop/portal/desktop"
SPACE, KEY = "org.freedesktop.appearance", "color-scheme"
NODE = Gio.DBusNodeInfo.new_for_xml(f"""<node><interface name="{KIND}">
  <method name="ReadAll"><arg type="as" direction="in"/><arg type="a{{sa{{sv}}}}" direction="out"/></method>
  <method name="Read"><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="v" direction="out"/></method>
  <method name="ReadOne"><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="v" direction="out"/></method>
  <signal name="SettingChanged"><arg type="s"/><arg type="s"/><arg type="v"/></signal>
  <property name="version" type="u" access="read"/>
</interface></node>""")
scheme = 2  # light; 1 is dark


def value():
    return GLib.Variant("u", scheme)


def on_call(_bus, _sender, _path, _kind, method, wanted, call):
    if method == "ReadAll":
        call.return_value(GLib.Variant("(a{sa{sv}})", ({SPACE: {KEY: value()}},)))
    elif wanted.unpack() == (SPACE, KEY):
        layers = GLib.Variant("v", value())
        if method == "Read":  # which has one layer more, by its standard
            layers = GLib.Variant("v", layers)
        call.return_value(GLib.Variant.new_tuple(layers))
    else:
        call.return_dbus_error("org.freedesktop.portal.Error.NotFound", "there is none")


def on_line(_source, _condition):
    global scheme
    sys.stdin.readline()
    scheme = 1
    bus.emit_signal(None, PATH, KIND, "SettingChanged", GLib.Variant("(ssv)", (SPACE, KEY, value())))
    return False


bus = Gio.bus_get_sync(Gio.BusType.SESSION)
bus.register_object(PATH, NODE.interfaces[0], on_call, lambda *_: GLib.Variant("u", 2), None)
Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE, lambda *_: print("there", flush=True), None)
GLib.io_add_watch(0, GLib.IO_IN, on_line)
GLib.MainLoop().run()
