using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Api.Problems;
using Clinic.Dispensing.Billing;
using Clinic.Dispensing.Patterns;
using Clinic.Pharmacy.Medications;
using NodaTime;

namespace Clinic.Api.Dispensing;

/// <summary>Looking back: losses that keep a pattern, deliveries against the bill.</summary>
internal static class ReviewingRoutes
{
    public static async Task<LossReviewResponse> ReviewAsync(
        SiteReading reading, Day? from, Day? through, LossReviews reviews, IClock clock, ISiteDirectory sites, IPersonDirectory people, IMedicationStore medications,
        HttpContext http, CancellationToken ct)
    {
        var last = through?.Value ?? await TodayAsync(reading.X, sites, clock, ct);
        var review = await reviews.ReviewAsync(reading.X, new() { From = from?.Value ?? last.PlusDays(-89), Through = last }, ct);
        var names = await NamesAsync(reading.X, review, sites, people, medications, ct);
        var language = Languages.Of(http);
        string Name(object id) => names.GetValueOrDefault(id) ?? id.ToString()!;
        return new(review.From, review.Through, review.Deliveries, [.. review.Patterns.Select(p => new LossPatternResponse(LossPatternWords.Of(p, language, Name), p))]);
    }

    public static Task<BillingAnswer> MatchBillingAsync(SiteCommand command, EncounterId encounter, Body<BillRequest> body, BillingMatching matching, CancellationToken ct) =>
        matching.MatchAsync(command.X, new() { Encounter = encounter, Billed = body.Value.Billed }, ct);

    private static async Task<LocalDate> TodayAsync(CommandContext x, ISiteDirectory sites, IClock clock, CancellationToken ct) =>
        (await sites.FindSiteAsync(x.Tenant, x.Site, ct))!.DateOf(clock.GetCurrentInstant());

    private static async Task<Dictionary<object, string>> NamesAsync(
        CommandContext x, LossReview review, ISiteDirectory sites, IPersonDirectory people, IMedicationStore medications, CancellationToken ct)
    {
        var names = new Dictionary<object, string>();
        if (review.Patterns.Count == 0) return names;
        foreach (var department in await sites.DepartmentsAsync(x.Tenant, x.Site, ct)) names[department.Id] = department.Name;
        foreach (var person in review.Patterns.Select(p => p.Person).OfType<PersonId>().Distinct())
            if (await people.FindAsync(x.Tenant, person, ct) is { } found) names[person] = found.Name;
        foreach (var medication in review.Patterns.Select(p => p.Medication).OfType<MedicationId>().Distinct())
            if (await medications.FindAsync(x.Tenant, medication, ct) is { } found) names[medication] = found.GenericName;
        return names;
    }
}
