namespace Clinic.Transcription.Work;

/// <summary>What became of a piece of work.</summary>
public enum WorkStatus
{
    /// <summary>It is to be done, now or later; whoever leases it does it.</summary>
    Waiting,

    /// <summary>It was done.</summary>
    Done,

    /// <summary>It failed too often; somebody has to look.</summary>
    GivenUp,

    /// <summary>It is no longer wanted.</summary>
    Cancelled,
}
