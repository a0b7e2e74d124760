namespace Clinic.Pharmacy.Recalls;

/// <summary>A notice with how to reach its recipient, read from the directory now and stored nowhere.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Name">The name of the patient, the department or the buyer of a sale, or null.</param>
/// <param name="Contact">How to reach the patient, or the buyer of a sale; null when nothing is known.</param>
public sealed record RecallNoticeView(RecallNoticeSnapshot Notice, string? Name, string? Contact)
{
    /// <summary>The notice's id only; everything else is private health data.</summary>
    public override string ToString() => Notice.Id.ToString();
}
