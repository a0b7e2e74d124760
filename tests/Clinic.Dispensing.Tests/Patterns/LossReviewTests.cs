using Clinic.Abstractions;
using Clinic.Dispensing.Patterns;
using Clinic.Dispensing.Tests.Kit;
using Clinic.Testing.Wards;
using NodaTime;

namespace Clinic.Dispensing.Tests.Patterns;

public sealed class LossReviewTests : Ward
{
    private static readonly LocalDate Today = new(2026, 3, 10);

    [Fact]
    public async Task A_review_reads_what_was_delivered_and_stands_in_the_audit()
    {
        await World.DeliveredAsync(Ct, Tablets(1));
        await World.DeliveredAsync(Ct, Tablets(2));

        var review = await World.Get<LossReviews>().ReviewAsync(World.As(WardPeople.Supervisor), new() { From = Today, Through = Today }, Ct);
        var before = await World.Get<LossReviews>().ReviewAsync(World.As(WardPeople.Auditor), new() { From = Today.PlusDays(-7), Through = Today.PlusDays(-1) }, Ct);

        Assert.Equal(2, review.Deliveries);
        Assert.Equal(0, before.Deliveries);
        Assert.Empty(review.Patterns);
        var entries = await World.Get<IAuditLog>().ListAsync(World.Tenant, new(), PageRequest.First, Ct);
        Assert.Equal(2, entries.Items.Count(e => e.Action == "losses.reviewed"));
    }

    [Fact]
    public async Task Only_who_supervises_or_audits_may_look_and_only_at_a_period_that_can_be()
    {
        var reviews = World.Get<LossReviews>();

        await RefusedAsync(() => reviews.ReviewAsync(World.As(WardPeople.Nurse), new() { From = Today, Through = Today }, Ct), DispensingRules.RoleMissing);
        await RefusedAsync(() => reviews.ReviewAsync(World.As(WardPeople.Pharmacist), new() { From = Today, Through = Today.PlusDays(-1) }, Ct), DispensingRules.RoleMissing, DispensingRules.FieldInvalid);
        await RefusedAsync(() => reviews.ReviewAsync(World.As(WardPeople.Supervisor), new() { From = Today.PlusYears(-3), Through = Today }, Ct), DispensingRules.FieldInvalid);
    }
}
