namespace Clinic.Storage.Turso;

/// <summary>The answer to one thing asked in a pipeline.</summary>
internal sealed class HranaReply
{
    public string Type { get; init; } = "";

    public HranaError? Error { get; init; }

    public HranaResult? Result { get; init; }

    public HranaBatchResult? Batch { get; init; }

    public bool? IsAutocommit { get; init; }

    /// <summary>The names of the parameters that <c>describe</c> found, with their sign; null for <c>?</c>.</summary>
    public IReadOnlyList<string?> Parameters { get; init; } = [];
}
