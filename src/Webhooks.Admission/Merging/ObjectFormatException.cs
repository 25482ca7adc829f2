using Webhooks.Resources.Patches;

namespace Webhooks.Admission.Merging;

/// <summary>The one error of an object whose form the API server would refuse: says what should stand where.</summary>
public sealed class ObjectFormatException : FormatException
{
    /// <summary>An error at <paramref name="path"/>.</summary>
    /// <param name="path">Where in the object.</param>
    /// <param name="expected">What should stand there: <c>a list</c>.</param>
    public ObjectFormatException(JsonPointer path, string expected)
        : base($"{path}: must be {expected}")
    {
        Path = path;
    }

    /// <summary>Where in the object.</summary>
    public JsonPointer Path { get; }
}
