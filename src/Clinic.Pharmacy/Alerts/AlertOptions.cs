using System.ComponentModel.DataAnnotations;
using NodaTime;

namespace Clinic.Pharmacy.Alerts;

/// <summary>What a clinic is warned of before it writes rules of its own, and the limits of scans.</summary>
public sealed class AlertOptions : IValidatableObject
{
    /// <summary>Which kinds warn without a rule.</summary>
    /// <value>Default all; a kind that is taken out warns only by rules.</value>
    public ISet<AlertKind> Defaults { get; } = new HashSet<AlertKind>(Enum.GetValues<AlertKind>());

    /// <summary>Days before the last usable day at which a lot is warned of.</summary>
    /// <value>Default none said, which means 90, 30, 7 and 0.</value>
    public IList<int> ExpiryLevels { get; } = [];

    /// <summary>Days of supply below which stock is low.</summary>
    /// <value>Default 7; 0.1 to 3,650.</value>
    [Range(0.1, 3650)]
    public double MinimumDays { get; set; } = 7;

    /// <summary>Days back over which consumption is averaged.</summary>
    /// <value>Default 90; 7 to 730.</value>
    [Range(7, 730)]
    public int WindowDays { get; set; } = 90;

    /// <summary>Days ahead within which the risk of expiry is looked at.</summary>
    /// <value>Default 180; 1 to 3,650.</value>
    [Range(1, 3650)]
    public int HorizonDays { get; set; } = 180;

    /// <summary>The least value at risk, in the currency of the site.</summary>
    /// <value>Default 20; 0 or more.</value>
    [Range(0, 1_000_000_000)]
    public double MinimumValue { get; set; } = 20;

    /// <summary>How many scaled spreads from the median a day is unusual.</summary>
    /// <value>Default 5; 1 to 100.</value>
    [Range(1, 100)]
    public double Threshold { get; set; } = 5;

    /// <summary>The least spread in base units.</summary>
    /// <value>Default 1; more than 0.</value>
    [Range(0.000001, 1_000_000_000)]
    public double Floor { get; set; } = 1;

    /// <summary>The least number of comparable days.</summary>
    /// <value>Default 6; 3 to 100.</value>
    [Range(3, 100)]
    public int MinimumSample { get; set; } = 6;

    /// <summary>Days back over which an unusual day is still told of, and after which its alert ends by itself.</summary>
    /// <value>Default 7; 1 to 31.</value>
    [Range(1, 31)]
    public int UnusualDays { get; set; } = 7;

    /// <summary>Days after which an open discrepancy is told of.</summary>
    /// <value>Default 3; 0 to 3,650.</value>
    [Range(0, 3650)]
    public int OpenDays { get; set; } = 3;

    /// <summary>Mail addresses told of alerts without a rule.</summary>
    /// <value>Default none: such alerts show as badges.</value>
    public IList<string> Recipients { get; } = [];

    /// <summary>Presentations looked at in one run.</summary>
    /// <value>Default 250; 1 to 500.</value>
    [Range(1, 500)]
    public int PresentationsPerRun { get; set; } = 250;

    /// <summary>The longest time an alert may be put off, in days.</summary>
    /// <value>Default 30; 1 to 365.</value>
    [Range(1, 365)]
    public int LongestSnoozeDays { get; set; } = 30;

    /// <summary>How far a clock may have gone back without being followed.</summary>
    /// <value>Default 2 days; 0 to 31 days. Farther back, the clock is believed.</value>
    public Duration ClockBack { get; set; } = Duration.FromDays(2);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ExpiryLevels.Any(l => l is < 0 or > 3650) || ExpiryLevels.Distinct().Count() != ExpiryLevels.Count || ExpiryLevels.Count > 10)
            yield return new("Expiry levels are at most ten different days, each 0 to 3650.", [nameof(ExpiryLevels)]);
        if (ClockBack < Duration.Zero || ClockBack > Duration.FromDays(31)) yield return new("The clock may lie back 0 to 31 days.", [nameof(ClockBack)]);
        if (Recipients.Any(a => !AlertAddress.IsOne(a))) yield return new("A mail address cannot be read.", [nameof(Recipients)]);
    }

    // Numbers of options are written by people with few digits; a decimal of such a double is exact.
    internal AlertSettings Fill(AlertSettings s) => s with
    {
        Levels = s.Levels ?? (ExpiryLevels.Count > 0 ? [.. ExpiryLevels] : [90, 30, 7, 0]),
        // Who says a minimum in units does not also get one in days that nobody asked for.
        MinimumDays = s.MinimumDays ?? (s.MinimumOnHand is null ? (decimal)MinimumDays : null),
        WindowDays = s.WindowDays ?? WindowDays,
        HorizonDays = s.HorizonDays ?? HorizonDays,
        MinimumValue = s.MinimumValue ?? (decimal)MinimumValue,
        Threshold = s.Threshold ?? (decimal)Threshold,
        Floor = s.Floor ?? (decimal)Floor,
        MinimumSample = s.MinimumSample ?? MinimumSample,
        Direction = s.Direction ?? UnusualDirection.Both,
        OpenDays = s.OpenDays ?? OpenDays,
    };
}
