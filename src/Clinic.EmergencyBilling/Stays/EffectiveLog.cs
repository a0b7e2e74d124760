using Clinic.Abstractions;
using Clinic.EmergencyBilling.Rating;
using NodaTime;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>A log read once, in the order in which things happened: what holds when corrections took the place of originals.</summary>
internal sealed class EffectiveLog
{
    private readonly List<StayInterval> pauses = [];
    private readonly List<StayInterval> carveOuts = [];
    private readonly List<StayTerms> terms = [];
    private readonly List<StayInterval> occupied = [];

    public EffectiveLog(IReadOnlyList<StayEvent> events)
    {
        var correction = events.Where(e => e.Supersedes is not null).ToDictionary(e => e.Supersedes!.Value);
        StayEvent Current(StayEvent e)
        {
            while (correction.TryGetValue(e.Id, out var later)) e = later;
            return e;
        }

        // The sort is stable: what happened at one instant keeps the order of recording.
        All = [.. events.Where(e => e.Supersedes is null).Select(e => new EffectiveEvent(e, Current(e))).OrderBy(e => e.At)];
        foreach (var e in All) Read(e);
        if (StartedAt is { } started)
        {
            if (PausedAt is { } paused) pauses.Add(new(paused, null));
            if (EndedAt is null) occupied.Add(new(OccupiedFrom ?? started, null));
        }
    }

    public IReadOnlyList<EffectiveEvent> All { get; }

    public Instant RegisteredAt { get; private set; }

    public Instant? StartedAt { get; private set; }

    public Instant? EndedAt { get; private set; }

    public Instant? PausedAt { get; private set; }

    public EffectiveEvent? Closing { get; private set; }

    public DepartmentId? Department { get; private set; }

    public StayTerms Now { get; private set; } = new(default);

    /// <summary>When the patient's time was taken by the stay; without the gaps that are not billed.</summary>
    public IReadOnlyList<StayInterval> Occupied => occupied;

    private Instant? OccupiedFrom { get; set; }

    public StayTimeline Timeline(Instant start) => new(start, EndedAt, TermsFrom(start), pauses, carveOuts);

    /// <summary>The last entry that a new one must not come before.</summary>
    public EffectiveEvent LastOf(bool clinical) => All.Last(e => clinical ? IsClinical(e.Kind) || e.Kind == StayEventKind.Registered : IsTimed(e.Kind));

    /// <summary>Entries that follow one another in time; the others stand beside them.</summary>
    public static bool IsTimed(StayEventKind kind) => kind is StayEventKind.Registered or StayEventKind.Started or StayEventKind.Paused or StayEventKind.Resumed
        or StayEventKind.AcuityChanged or StayEventKind.PayerChanged or StayEventKind.Transferred or StayEventKind.Closed or StayEventKind.Abandoned
        or StayEventKind.Reopened;

    public static bool IsClinical(StayEventKind kind) => kind == StayEventKind.ClinicallyMoved;

    private void Read(EffectiveEvent e)
    {
        switch (e.Kind)
        {
            case StayEventKind.Registered:
                RegisteredAt = e.At;
                Department = e.Original.Department;
                Say(e, new(e.At, e.Original.Payer, e.Original.ServiceLine, e.Original.Acuity));
                break;
            case StayEventKind.Started:
                StartedAt = OccupiedFrom = e.At;
                break;
            case StayEventKind.Paused:
                PausedAt = e.At;
                break;
            case StayEventKind.Resumed:
                EndPause(e.At);
                break;
            case StayEventKind.AcuityChanged:
                Say(e, Now with { Acuity = e.Original.Acuity });
                break;
            case StayEventKind.PayerChanged:
                Say(e, Now with { Payer = e.Original.Payer });
                break;
            case StayEventKind.Transferred:
                Department = e.Original.Department;
                Say(e, Now with { ServiceLine = e.Original.ServiceLine ?? Now.ServiceLine });
                break;
            case StayEventKind.Closed or StayEventKind.Abandoned:
                EndPause(e.At);
                EndedAt = e.At;
                Closing = e;
                occupied.Add(new(OccupiedFrom ?? e.At, e.At));
                break;
            case StayEventKind.Reopened:
                Reopen(e);
                break;
            case StayEventKind.CarvedOut:
                carveOuts.Add(new(e.At, e.Until));
                break;
            default:
                break;
        }
    }

    private void EndPause(Instant at)
    {
        if (PausedAt is { } from) pauses.Add(new(from, at));
        PausedAt = null;
    }

    private void Reopen(EffectiveEvent e)
    {
        if (EndedAt is { } ended)
        {
            if (e.Original.Gap == GapMode.NotBillable) pauses.Add(new(ended, e.At));
            OccupiedFrom = e.Original.Gap == GapMode.NotBillable ? e.At : ended;
        }

        EndedAt = null;
        Closing = null;
    }

    private void Say(EffectiveEvent e, StayTerms said)
    {
        Now = said with { From = e.At };
        // Of two at one instant the later recorded holds.
        if (terms.Count > 0 && terms[^1].From == e.At) terms[^1] = Now;
        else terms.Add(Now);
    }

    // What was said before the clock began holds from its start on.
    private List<StayTerms> TermsFrom(Instant start)
    {
        var atStart = terms.LastOrDefault(t => t.From <= start) ?? terms[0];
        return [atStart with { From = start }, .. terms.Where(t => t.From > start)];
    }
}
