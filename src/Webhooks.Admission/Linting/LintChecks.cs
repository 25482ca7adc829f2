namespace Webhooks.Admission.Linting;

/// <summary>The rules beside those of Pod Security.</summary>
public static class LintChecks
{
    /// <summary>A template that is refused, or a document that can't be read.</summary>
    public const string Template = "template";

    /// <summary>An annotation under the prefix that names nothing.</summary>
    public const string AnnotationKey = "annotation-key";

    /// <summary>An annotation under the prefix whose value is not understood.</summary>
    public const string AnnotationValue = "annotation-value";

    /// <summary>An annotation under what looks like the prefix, misspelt.</summary>
    public const string AnnotationPrefix = "annotation-prefix";

    /// <summary>A Namespace that asks for default templates in a way that is not understood.</summary>
    public const string NamespaceLabel = "namespace-label";
}
