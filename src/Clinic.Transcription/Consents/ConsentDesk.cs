using Clinic.Abstractions;
using Clinic.Transcription.Rights;
using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.Consents;

/// <summary>Publishes forms and shows what patients decided; decisions themselves are commands about sessions.</summary>
public sealed class ConsentDesk
{
    private const int LongestTitle = 200;
    private const int LongestBody = 20_000;

    private readonly IUnitOfWork work;
    private readonly IConsentStore consents;
    private readonly ISessionStore sessions;

    internal ConsentDesk(IUnitOfWork work, IConsentStore consents, ISessionStore sessions)
    {
        this.work = work;
        this.consents = consents;
        this.sessions = sessions;
    }

    /// <summary>Publishes the next form; the ones before stay as they were.</summary>
    /// <exception cref="TranscriptionException">The role is missing, the texts are malformed, or somebody else published meanwhile.</exception>
    public Task<ConsentFormAnswer> PublishAsync(CommandContext x, PublishConsentForm command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(command);
        return work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);
    }

    /// <summary>The form that is shown now, or null.</summary>
    public Task<ConsentForm?> CurrentAsync(CommandContext x, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        return consents.CurrentFormAsync(x.Tenant, cancellationToken);
    }

    /// <summary>Every form that was ever published, the newest first.</summary>
    public Task<IReadOnlyList<ConsentForm>> FormsAsync(CommandContext x, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        return consents.FormsAsync(x.Tenant, cancellationToken);
    }

    /// <summary>What was decided about a session, in its order; empty where the actor has no part in it.</summary>
    /// <exception cref="TranscriptionException">The role is missing.</exception>
    public async Task<IReadOnlyList<ConsentDecision>> DecisionsAsync(CommandContext x, SessionId session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        var failures = new Failures();
        TranscriptionRights.CheckRole(failures, x.Actor, TranscriptionAct.ReadSessions);
        failures.ThrowIfAny();
        var found = session == default ? null : await sessions.FindAsync(x.Tenant, session, cancellationToken).ConfigureAwait(false);
        return found is not null && found.IsSeenBy(x) ? await consents.OfSessionAsync(x.Tenant, session, cancellationToken).ConfigureAwait(false) : [];
    }

    private async Task<ConsentFormAnswer> StageAsync(IUnit unit, PublishConsentForm command, CancellationToken ct)
    {
        var failures = new Failures();
        TranscriptionRights.CheckRole(failures, unit.Context.Actor, TranscriptionAct.PublishConsentForms);
        failures.Field("scopes", ConsentScopes.IsSome(command.Scopes) && command.Scopes.HasFlag(ConsentScope.Record), ConsentScopes.Text(command.Scopes), "record and more");
        failures.Field("texts", command.Texts is { Count: > 0 and <= 20 }, command.Texts?.Count ?? 0, "1 to 20 texts");
        foreach (var text in command.Texts ?? []) Check(failures, text);
        var languages = command.Texts?.Select(t => t.Language).ToList() ?? [];
        failures.Field("texts", languages.Count == languages.Distinct(StringComparer.Ordinal).Count(), "a language twice", "each language once");
        var current = (await consents.CurrentFormAsync(unit.Context.Tenant, ct).ConfigureAwait(false))?.Version ?? 0;
        failures.Require(command.After == current, TranscriptionRules.StaleConsentForm, ("asked", command.After), ("found", current));
        failures.ThrowIfAny();
        var form = new ConsentForm(current + 1, command.Scopes, command.Texts!, unit.Now, unit.Context.Actor.Person);
        consents.Add(unit, form);
        unit.Audit("consent-form.published", ConsentForm.Fact(unit.Context.Tenant), FormattableString.Invariant($"version {form.Version}, {ConsentScopes.Text(form.Scopes)}"));
        return new(form.Version);
    }

    private static void Check(Failures failures, ConsentText text)
    {
        failures.Field("language", text.Language is { Length: 2 } l && l.All(char.IsAsciiLetterLower), text.Language, "two letters, such as es");
        failures.Text("title", text.Title, LongestTitle);
        failures.Field("body", TextForm.IsLines(text.Body, LongestBody), text.Body is null ? null : FormattableString.Invariant($"{text.Body.Length} characters"),
            FormattableString.Invariant($"1 to {LongestBody} characters, lines allowed"));
    }
}
