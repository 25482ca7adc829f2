namespace Webhooks.Resources.Names;

/// <summary>Keys of annotations: as those of labels, but with upper case letters in the prefix too.</summary>
public static class AnnotationKey
{
    /// <summary>What is wrong with <paramref name="value"/> as a key, worded as <c>validation.ValidateAnnotations</c>; empty when it is one.</summary>
    /// <remarks>Allocates only where there are upper case letters, or problems.</remarks>
    public static IReadOnlyList<string> Problems(string value) => QualifiedName.Problems(value.ToLowerInvariant());
}
