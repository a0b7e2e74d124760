namespace Clinic.Pharmacy.Recalls;

/// <summary>Where the notice to one recipient stands.</summary>
public enum RecallNoticeStatus
{
    /// <summary>Nobody reached the recipient yet.</summary>
    ToNotify,

    /// <summary>The recipient knows.</summary>
    Notified,

    /// <summary>It is known what became of the goods, or that nobody can be reached.</summary>
    Answered,

    /// <summary>Looked at and done.</summary>
    Closed,
}
