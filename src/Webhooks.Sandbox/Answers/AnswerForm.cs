namespace Webhooks.Sandbox.Answers;

/// <summary>The views of an object that a client can ask for.</summary>
internal enum AnswerForm
{
    /// <summary>The object or list itself.</summary>
    Object,

    /// <summary><c>Table</c>: what <c>kubectl get</c> prints.</summary>
    Table,

    /// <summary><c>PartialObjectMetadata</c>: an object's metadata.</summary>
    Metadata,

    /// <summary><c>PartialObjectMetadataList</c>: the metadata of a list's objects.</summary>
    MetadataList,
}
