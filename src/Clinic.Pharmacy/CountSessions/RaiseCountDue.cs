
namespace Clinic.Pharmacy.CountSessions;

/// <summary>Says once that a controlled lot was not counted in time; repeated for the same cause it says nothing.</summary>
/// <param name="Notice">What is due.</param>
public sealed record RaiseCountDue(CountDueNotice Notice) : PharmacyCommand<CountDueRaised>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.raise-count-due";
}
