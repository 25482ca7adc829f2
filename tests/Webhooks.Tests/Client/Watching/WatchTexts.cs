namespace Webhooks.Tests.Client.Watching;

/// <summary>What API servers write: objects, pages of lists, lines of watches.</summary>
internal static class WatchTexts
{
    /// <summary>A ConfigMap; written as <c>a@7</c>.</summary>
    public static string Item(string text)
    {
        string[] parts = text.Split('@');
        return $$$"""{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"{{{parts[0]}}}","namespace":"default","uid":"u-{{{parts[0]}}}","resourceVersion":"{{{parts[1]}}}"},"data":{"k":"{{{parts[1]}}}"}}""";
    }

    /// <summary>One that no record can have: its data is a number.</summary>
    public static string Poison(string text) => Item(text).Replace("""{"k":""", "17,\"x\":{\"k\":", StringComparison.Ordinal);

    /// <summary>A whole list.</summary>
    public static string List(string version, params string[] items) => Page(version, "", items);

    /// <summary>A page of a list; items as <c>a@7</c>, or as JSON.</summary>
    public static string Page(string version, string next, params string[] items) =>
        $$$"""{"kind":"ConfigMapList","apiVersion":"v1","metadata":{"resourceVersion":"{{{version}}}","continue":"{{{next}}}"},"items":[{{{string.Join(',', items.Select(Json))}}}]}""";

    /// <summary>A line: <c>ADDED a@7</c>, <c>BOOKMARK 9</c>, <c>END 9</c> for the bookmark at the end of initial events.</summary>
    public static string Line(string text)
    {
        string[] parts = text.Split(' ', 2);
        return parts[0] switch
        {
            "BOOKMARK" => Event("BOOKMARK", $$$"""{"kind":"ConfigMap","apiVersion":"v1","metadata":{"resourceVersion":"{{{parts[1]}}}","creationTimestamp":null}}"""),
            "END" => Event("BOOKMARK", $$$$"""{"kind":"ConfigMap","apiVersion":"v1","metadata":{"resourceVersion":"{{{{parts[1]}}}}","annotations":{"k8s.io/initial-events-end":"true"}}}"""),
            _ => Event(parts[0], Json(parts[1])),
        };
    }

    /// <summary>A line with that object.</summary>
    public static string Event(string type, string item) => $$$"""{"type":"{{{type}}}","object":{{{item}}}""" + "}\n";

    /// <summary>A line that ends a watch with a failure.</summary>
    public static string Error(int code, string reason, string details = "{}") =>
        Event("ERROR", $$$"""{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"no","reason":"{{{reason}}}","details":{{{details}}},"code":{{{code}}}}""");

    private static string Json(string item) => item.StartsWith('{') ? item : Item(item);
}
