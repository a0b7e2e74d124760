namespace Clinic.Pharmacy.Medications;

/// <summary>How a medicine must be kept.</summary>
/// <param name="MinCelsius">The lowest temperature in °C; null when none is stated.</param>
/// <param name="MaxCelsius">The highest temperature in °C; null when none is stated.</param>
/// <param name="ProtectFromLight">Whether light spoils it.</param>
/// <param name="Note">Anything else on the label, at most 200 characters.</param>
public sealed record StorageConditions(decimal? MinCelsius = null, decimal? MaxCelsius = null, bool ProtectFromLight = false, string? Note = null)
{
    /// <summary>Room temperature without further demands: nothing stated.</summary>
    public static StorageConditions Unstated { get; } = new();
}
