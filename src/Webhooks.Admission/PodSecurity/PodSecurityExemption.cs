namespace Webhooks.Admission.PodSecurity;

/// <summary>The pods that a check lets pass whatever they set.</summary>
internal enum PodSecurityExemption
{
    None,

    /// <summary>Pods of Windows, which may not set the field at all.</summary>
    Windows,

    /// <summary>Pods whose root is nobody on the node: <c>hostUsers: false</c>.</summary>
    UserNamespaces,
}
