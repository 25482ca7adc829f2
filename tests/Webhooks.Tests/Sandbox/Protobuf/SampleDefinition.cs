namespace Webhooks.Tests.Sandbox.Protobuf;

/// <summary>A CustomResourceDefinition with a schema that has each of the types that stand for something else.</summary>
internal static class SampleDefinition
{
    private const int Schema = 1;

    /// <summary>The object.</summary>
    public const string Json =
        """
        {"kind":"CustomResourceDefinition","apiVersion":"apiextensions.k8s.io/v1","metadata":{"name":"widgets.example.com"},"spec":{"group":"example.com","names":{"plural":"widgets","kind":"Widget"},"scope":"Namespaced","versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object","maximum":2.5,"enum":[{"a":1},null],"items":{"type":"string"},"not":{"items":[{"type":"a"},{}]},"properties":{"a":{"$ref":"#/x","default":null},"b":{"minLength":0,"x-kubernetes-int-or-string":true}},"additionalProperties":true,"dependencies":{"d":["p","q"],"e":{"type":"t"},"f":null},"additionalItems":{"type":"u"}}}}]}}
        """;

    /// <summary>The body.</summary>
    public static byte[] Body { get; } = new WireBuilder()
        .Message(1, metadata => metadata.Text(1, "widgets.example.com").Text(2, "").Message(8, _ => { }))
        .Message(2, spec => spec
            .Text(1, "example.com")
            .Message(3, names => names.Text(1, "widgets").Text(4, "Widget").Text(5, ""))
            .Text(4, "Namespaced")
            .Message(7, version => version.Text(1, "v1").Varint(2, 1).Varint(3, 1).Message(4, validation => validation.Message(1, Root)).Varint(7, 0))
            .Varint(10, 0))
        .ToBody("apiextensions.k8s.io/v1", "CustomResourceDefinition");

    private static void Root(WireBuilder root) => root
        .Text(5, "object")
        .Double(9, 2.5)
        .Message(20, value => value.Text(1, """{"a":1}"""))
        .Message(20, _ => { })
        .Message(24, items => items.Message(Schema, item => item.Text(5, "string")))
        .Message(28, not => not.Message(24, items => items.Message(2, item => item.Text(5, "a")).Message(2, _ => { })))
        .Message(29, entry => entry.Text(1, "b").Message(2, schema => schema.Varint(14, 0).Varint(40, 1)))
        .Message(29, entry => entry.Text(1, "a").Message(2, schema => schema.Text(3, "#/x").Message(8, _ => { })))
        .Message(30, any => any.Varint(1, 1))
        .Message(32, entry => entry.Text(1, "f").Message(2, _ => { }))
        .Message(32, entry => entry.Text(1, "e").Message(2, or => or.Message(Schema, schema => schema.Text(5, "t"))))
        .Message(32, entry => entry.Text(1, "d").Message(2, or => or.Text(2, "p").Text(2, "q")))
        .Message(33, or => or.Varint(1, 1).Message(2, schema => schema.Text(5, "u")));
}
