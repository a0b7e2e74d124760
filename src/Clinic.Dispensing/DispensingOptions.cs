using System.ComponentModel.DataAnnotations;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Policies;
using Clinic.Dispensing.Products;
using NodaTime;

namespace Clinic.Dispensing;

/// <summary>Policies, limits and habits of a clinic's dispensing.</summary>
public sealed class DispensingOptions
{
    /// <summary>What medicines without a special class demand.</summary>
    /// <value>Default: one confirmation of use is enough, 24 hours for use, 72 for tickets.</value>
    public ClassPolicyOptions Standard { get; set; } = new() { Accountability = AccountabilityRule.ConfirmAllUsed };

    /// <summary>What high-alert medicines demand.</summary>
    /// <value>Default: each dose, another authoriser, a checker, a witness of waste, 12 hours for use, 24 for tickets.</value>
    public ClassPolicyOptions HighAlert { get; set; } = new()
    {
        AuthoriserDiffers = true,
        NeedsChecker = true,
        WasteNeedsWitness = true,
        UseWithin = Duration.FromHours(12),
        TicketDue = Duration.FromHours(24),
    };

    /// <summary>What controlled medicines demand.</summary>
    /// <value>Default: as high-alert ones, and prescription number, five different people, second person, second approval.</value>
    public ClassPolicyOptions Controlled { get; set; } = new()
    {
        AuthoriserDiffers = true,
        NeedsPrescription = true,
        NeedsChecker = true,
        AllDistinct = true,
        NeedsSecondPerson = true,
        WasteNeedsWitness = true,
        NeedsSecondApproval = true,
        UseWithin = Duration.FromHours(12),
        TicketDue = Duration.FromHours(24),
    };

    /// <summary>Shorter limits for use by care area; the shorter of this and the class holds.</summary>
    /// <value>Default: emergency 12 hours.</value>
    public IDictionary<CareArea, Duration> UseWithinAt { get; } = new Dictionary<CareArea, Duration> { [CareArea.Emergency] = Duration.FromHours(12) };

    /// <summary>How long a request is valid when it does not say so.</summary>
    /// <value>Default 7 days.</value>
    public Duration RequestValidFor { get; set; } = Duration.FromDays(7);

    /// <summary>The longest validity a request may ask for.</summary>
    /// <value>Default 90 days.</value>
    public Duration LongestValidity { get; set; } = Duration.FromDays(90);

    /// <summary>How long after its first hand-over an urgent one may stay unauthorised.</summary>
    /// <value>Default 24 hours.</value>
    public Duration AuthoriseWithin { get; set; } = Duration.FromHours(24);

    /// <summary>Whether what was discarded of a delivery is charged like what was used; a container once opened always is.</summary>
    /// <value>Default true.</value>
    public bool ChargesWaste { get; set; } = true;

    /// <summary>How long a hold lasts when it does not say so.</summary>
    /// <value>Default 24 hours.</value>
    public Duration HoldFor { get; set; } = Duration.FromHours(24);

    /// <summary>The longest hold that may be asked for.</summary>
    /// <value>Default 72 hours.</value>
    public Duration LongestHold { get; set; } = Duration.FromHours(72);

    /// <summary>How long the pharmacy keeps stock aside for a preparation.</summary>
    /// <value>Default 96 hours; at least the longest hold.</value>
    public Duration KeepAsideFor { get; set; } = Duration.FromHours(96);

    /// <summary>How long a recipient has to confirm what two people attested.</summary>
    /// <value>Default 24 hours.</value>
    public Duration ConfirmReceiptWithin { get; set; } = Duration.FromHours(24);

    /// <summary>How long the author of a dose may correct it; a supervisor may until the books close.</summary>
    /// <value>Default 24 hours.</value>
    public Duration CorrectWithin { get; set; } = Duration.FromHours(24);

    /// <summary>How long after closing a supervisor may open the books again.</summary>
    /// <value>Default 30 days.</value>
    public Duration ReopenWithin { get; set; } = Duration.FromDays(30);

    /// <summary>How often an overdue ticket is brought up again.</summary>
    /// <value>Default 24 hours.</value>
    public Duration EscalateEvery { get; set; } = Duration.FromHours(24);

    /// <summary>How far ahead of ours another clock may run; such times are taken as now.</summary>
    /// <value>Default 1 minute.</value>
    public Duration ClockSkew { get; set; } = Duration.FromMinutes(1);

    /// <summary>The most that may come out of containers above their label, as a part of the label.</summary>
    /// <value>Default 0.2; 0 to 1.</value>
    [Range(0.0, 1.0)]
    public double OverfillLimit { get; set; } = 0.2;

    /// <summary>The most lines of a dispensation, and the most dispensations of one hand-over.</summary>
    /// <value>Default 50; 1 to 200.</value>
    [Range(1, 200)]
    public int MostLines { get; set; } = 50;

    /// <summary>What a class demands.</summary>
    public ClassPolicyOptions PolicyOf(MedicationClass medicationClass) => medicationClass switch
    {
        MedicationClass.Controlled => Controlled,
        MedicationClass.HighAlert => HighAlert,
        _ => Standard,
    };
}
