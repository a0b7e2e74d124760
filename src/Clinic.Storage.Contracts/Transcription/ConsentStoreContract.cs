using Clinic.Abstractions;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IConsentStore"/> promises.</summary>
public static class ConsentStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("Forms come back as they were published, the newest first", KeepsFormsAsync),
        new("A form that does not follow the current one is a conflict", RefusesFormsAsync),
        new("Decisions come back per session and per patient, in their order", KeepsDecisionsAsync),
        new("A decision that does not follow the last one of its session is a conflict", RefusesDecisionsAsync),
    ];

    internal static ConsentForm AForm(IClinicStores stores, int version) => new(
        version, ConsentScope.Record | ConsentScope.Transcribe | ConsentScope.Keep,
        [new("es", "Grabación ñ", "Primera línea.\nSegunda «línea»."), new("en", "Recording", "First line.\nSecond.")], stores.Now(), stores.NewId<PersonId>());

    internal static ConsentDecision ADecision(IClinicStores stores, SessionId session, PatientId patient, int sequence, ConsentKind kind = ConsentKind.Granted) => new(
        stores.NewId<ConsentDecisionId>(), patient, session, sequence, kind, kind == ConsentKind.Refused ? ConsentScope.None : ConsentScopes.All,
        kind == ConsentKind.Granted ? 3 : null,
        new(ConsentGiver.Guardian, ConsentManner.Verbal) { Relation = "madre", Witness = stores.NewId<PersonId>(), Language = "es" },
        stores.NewId<PersonId>(), stores.Now() + Duration.FromSeconds(sequence));

    private static IConsentStore Store(IClinicStores stores) => stores.Get<IConsentStore>();

    private static Task<ContractAnswer> AddAsync(IClinicStores stores, ConsentForm form, CancellationToken ct) => stores.CommitAsync(unit => Store(stores).Add(unit, form), ct);

    private static Task<ContractAnswer> AddAsync(IClinicStores stores, ConsentDecision decision, CancellationToken ct) => stores.CommitAsync(unit => Store(stores).Add(unit, decision), ct);

    private static async Task KeepsFormsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = Store(stores);
        Check.Equal(null, await store.CurrentFormAsync(stores.Tenant, ct).ConfigureAwait(false), "The form before the first");
        ConsentForm[] all = [AForm(stores, 1), AForm(stores, 2)];
        foreach (var form in all) await AddAsync(stores, form, ct).ConfigureAwait(false);

        var current = Check.Found(await store.CurrentFormAsync(stores.Tenant, ct).ConfigureAwait(false), "The current form");
        Check.Equal(all[1] with { Texts = current.Texts }, current, "The current form");
        Check.Sequence(all[1].Texts, current.Texts, "Its texts");
        Check.Equal(1, Check.Found(await store.FindFormAsync(stores.Tenant, 1, ct).ConfigureAwait(false), "The first form").Version, "Its version");
        Check.Equal(null, await store.FindFormAsync(stores.Tenant, 3, ct).ConfigureAwait(false), "A form that is not there");
        Check.Sequence([2, 1], (await store.FormsAsync(stores.Tenant, ct).ConfigureAwait(false)).Select(f => f.Version), "All forms");
        Check.Equal(null, await store.CurrentFormAsync(stores.OtherTenant, ct).ConfigureAwait(false), "The current form, asked by the other");
        Check.Equal(0, (await store.FormsAsync(stores.OtherTenant, ct).ConfigureAwait(false)).Count, "All forms, asked by the other");
    }

    private static async Task RefusesFormsAsync(IClinicStores stores, CancellationToken ct)
    {
        await AddAsync(stores, AForm(stores, 1), ct).ConfigureAwait(false);
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => AddAsync(stores, AForm(stores, 1), ct), "The same version again").ConfigureAwait(false);
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => AddAsync(stores, AForm(stores, 3), ct), "A version too far").ConfigureAwait(false);
    }

    private static async Task KeepsDecisionsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (session, other, patient, store) = (stores.NewId<SessionId>(), stores.NewId<SessionId>(), stores.NewId<PatientId>(), Store(stores));
        ConsentDecision[] all =
        [
            ADecision(stores, session, patient, 1), ADecision(stores, session, patient, 2, ConsentKind.Withdrawn), ADecision(stores, session, patient, 3, ConsentKind.Refused),
        ];
        foreach (var decision in all) await AddAsync(stores, decision, ct).ConfigureAwait(false);
        var first = ADecision(stores, other, patient, 1) with { At = stores.Now() - Duration.FromDays(1) };
        await AddAsync(stores, first, ct).ConfigureAwait(false);

        Check.Sequence(all, await store.OfSessionAsync(stores.Tenant, session, ct).ConfigureAwait(false), "Of the session");
        Check.Sequence([first, .. all], await store.OfPatientAsync(stores.Tenant, patient, ct).ConfigureAwait(false), "Of the patient");
        Check.Equal(0, (await store.OfSessionAsync(stores.OtherTenant, session, ct).ConfigureAwait(false)).Count, "Of the session, asked by the other");
        Check.Equal(0, (await store.OfPatientAsync(stores.OtherTenant, patient, ct).ConfigureAwait(false)).Count, "Of the patient, asked by the other");
    }

    private static async Task RefusesDecisionsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (session, patient) = (stores.NewId<SessionId>(), stores.NewId<PatientId>());
        await AddAsync(stores, ADecision(stores, session, patient, 1), ct).ConfigureAwait(false);
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => AddAsync(stores, ADecision(stores, session, patient, 1), ct), "The same place again").ConfigureAwait(false);
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => AddAsync(stores, ADecision(stores, session, patient, 3), ct), "A place too far").ConfigureAwait(false);
        Check.Equal(1, (await Store(stores).OfSessionAsync(stores.Tenant, session, ct).ConfigureAwait(false)).Count, "What stayed");
    }
}
