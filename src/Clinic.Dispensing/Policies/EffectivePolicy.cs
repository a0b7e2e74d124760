using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Products;
using NodaTime;

namespace Clinic.Dispensing.Policies;

/// <summary>What a whole dispensation demands: the strictest of its lines.</summary>
internal sealed class EffectivePolicy
{
    private readonly IReadOnlyList<ClassPolicyOptions> all;

    private EffectivePolicy(IReadOnlyList<ClassPolicyOptions> all, Duration useWithin)
    {
        this.all = all;
        UseWithin = useWithin;
    }

    public bool AuthoriserDiffers => all.Any(p => p.AuthoriserDiffers);

    public bool NeedsPrescription => all.Any(p => p.NeedsPrescription);

    public bool NeedsChecker => all.Any(p => p.NeedsChecker);

    public bool AllDistinct => all.Any(p => p.AllDistinct);

    public bool NeedsSecondPerson => all.Any(p => p.NeedsSecondPerson);

    public bool NeedsSecondApproval => all.Any(p => p.NeedsSecondApproval);

    public Duration UseWithin { get; }

    public Duration TicketDue => all.Min(p => p.TicketDue);

    public static EffectivePolicy Of(DispensingOptions options, IEnumerable<MedicationClass> classes, CareArea area)
    {
        var all = classes.Distinct().Select(options.PolicyOf).ToList();
        var useWithin = all.Min(p => p.UseWithin);
        return new(all, options.UseWithinAt.TryGetValue(area, out var limit) ? Duration.Min(limit, useWithin) : useWithin);
    }
}
