using System.Text;

namespace Webhooks.Admission.Pods;

/// <summary>One field of an object's shape.</summary>
internal sealed class ShapeField(string name, Shape shape)
{
    public string Name { get; } = name;

    /// <summary>The name as documents have it.</summary>
    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(name);

    public Shape Shape { get; } = shape;
}
