namespace Clinic.Storage.Turso;

/// <summary>What the steps of a batch gave; a step that was not run has neither result nor error.</summary>
internal sealed class HranaBatchResult
{
    public IReadOnlyList<HranaResult?> Results { get; init; } = [];

    public IReadOnlyList<HranaError?> Errors { get; init; } = [];

    public long? ReplicationIndex { get; init; }

    /// <summary>The first step that failed, or -1.</summary>
    public int FirstError
    {
        get
        {
            for (var i = 0; i < Errors.Count; i++)
            {
                if (Errors[i] is not null) return i;
            }

            return -1;
        }
    }
}
