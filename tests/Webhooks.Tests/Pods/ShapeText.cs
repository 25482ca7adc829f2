using Webhooks.Admission.Pods;

namespace Webhooks.Tests.Pods;

/// <summary>Shapes in words.</summary>
internal static class ShapeText
{
    /// <summary>The fields of an object, one a line, sorted as the schema sorts them.</summary>
    public static IEnumerable<string> FieldsOf(Shape shape) => shape.Fields.Select(field => $"{field.Key}: {Of(field.Value)}");

    private static string Of(Shape shape)
    {
        List<string> words = [KindOf(shape)];
        words.AddRange(shape.IsLong ? ["of 64 bits"] : []);
        words.AddRange(shape.Keys.Length > 0 ? [$"by {string.Join(", ", shape.Keys.Select(key => key.Name))}"] : []);
        words.AddRange(shape.IsAtomic ? ["atomic"] : []);
        words.AddRange(shape.IsUnion ? ["union"] : []);
        words.AddRange(shape.KeepsZero ? ["pointer"] : []);
        words.AddRange(shape.Default.IsMissing ? [] : [$"= {shape.Default}"]);
        words.AddRange(shape.Derived == null ? [] : ["derived"]);
        return string.Join(' ', words);
    }

    private static string KindOf(Shape shape) => shape switch
    {
        { Kind: ShapeKind.List or ShapeKind.Map } => $"{shape.Kind} of {shape.Item!.Kind}",
        _ => shape.Kind.ToString(),
    };
}
