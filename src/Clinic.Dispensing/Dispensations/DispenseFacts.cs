namespace Clinic.Dispensing.Dispensations;

/// <summary>What the dispense machine must know besides the status.</summary>
/// <param name="IsUrgent">Whether it may go ahead of its authorisation.</param>
/// <param name="IsAuthorised">Whether a prescriber agreed.</param>
/// <param name="IsPartlyDelivered">Whether anything was handed over.</param>
public sealed record DispenseFacts(bool IsUrgent, bool IsAuthorised, bool IsPartlyDelivered);
