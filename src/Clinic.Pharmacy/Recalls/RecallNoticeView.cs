namespace Clinic.Pharmacy.Recalls;

/// <summary>A notice with how to reach its recipient, read from the directory now and stored nowhere.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Name">The patient's or department's name, or null.</param>
/// <param name="Contact">Telephone or mail address of a patient, or null.</param>
public sealed record RecallNoticeView(RecallNoticeSnapshot Notice, string? Name, string? Contact)
{
    /// <summary>The notice's id only; everything else is private health data.</summary>
    public override string ToString() => Notice.Id.ToString();
}
