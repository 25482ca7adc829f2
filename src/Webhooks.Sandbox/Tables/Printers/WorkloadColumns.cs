using Webhooks.Resources.Json;
using Webhooks.Sandbox.Objects;

namespace Webhooks.Sandbox.Tables.Printers;

/// <summary>The columns that kinds with a pod template share, all of wide output.</summary>
internal static class WorkloadColumns
{
    /// <summary>What is published of a column of container names.</summary>
    public const string ContainersDescription = "Names of each container in the template.";

    /// <summary>What is published of a column of images.</summary>
    public const string ImagesDescription = "Images referenced by each container in the template.";

    /// <summary>The names of the containers in <c>spec.template</c>.</summary>
    public static PrintedColumn Containers { get; } = Listing("Containers", ContainersDescription, "name", TemplateOf);

    /// <summary>The images of the containers in <c>spec.template</c>.</summary>
    public static PrintedColumn Images { get; } = Listing("Images", ImagesDescription, "image", TemplateOf);

    /// <summary>One member of each container of a template, joined by commas.</summary>
    public static PrintedColumn Listing(string name, string description, string member, Func<JsonValue, JsonValue> template) =>
        PrintedColumn.Text(name, description, value => Facts.Joined(template(value)["spec"u8]["containers"u8], member)).Wide();

    /// <summary>The selector in <c>spec.selector</c>.</summary>
    public static PrintedColumn Selector(string description) =>
        PrintedColumn.Text("Selector", description, value => Facts.Selector(value["spec"u8]["selector"u8])).Wide();

    /// <summary>A whole number of the object's status.</summary>
    public static PrintedColumn Status(string name, string description, string member) =>
        PrintedColumn.Integer(name, description, value => Numbers.Of(value["status"u8][member]));

    /// <summary>How many pods are ready of how many wanted: <c>1/2</c>.</summary>
    public static PrintedColumn Ready { get; } = PrintedColumn.Text(
        "Ready",
        "Number of the pod with ready state",
        value => $"{Numbers.Of(value["status"u8]["readyReplicas"u8])}/{Numbers.Of(value["spec"u8]["replicas"u8])}");

    private static JsonValue TemplateOf(JsonValue value) => value["spec"u8]["template"u8];
}
