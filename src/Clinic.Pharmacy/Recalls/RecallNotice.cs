using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Recalls;

/// <summary>What one recipient must be told, tracked until it is known what became of the goods.</summary>
public sealed class RecallNotice
{
    private readonly RecallNoticeSnapshot state;

    private RecallNotice(RecallNoticeSnapshot state) => this.state = state;

    /// <summary>The id.</summary>
    public RecallNoticeId Id => state.Id;

    /// <summary>The campaign.</summary>
    public RecallCampaignId Campaign => state.Campaign;

    /// <summary>Who received the goods.</summary>
    public RecallRecipient Recipient => state.Recipient;

    /// <summary>What and when.</summary>
    public IReadOnlyList<RecallNoticeLine> Lines => state.Lines;

    /// <summary>Where it stands.</summary>
    public RecallNoticeStatus Status => state.Status;

    /// <summary>Counts the changes, from 1.</summary>
    public long Version => state.Version;

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact => new("pharmacy.recall-notice", Id.Value);

    /// <summary>Makes the aggregate from stored state or new data.</summary>
    /// <exception cref="PharmacyException">Fields are malformed; every one is named.</exception>
    public static RecallNotice Restore(RecallNoticeSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var fields = new FieldCheck();
        fields.Check("lines", snapshot.Lines.Count > 0, 0, "at least one");
        fields.Check("version", snapshot.Version >= 1, snapshot.Version, "1 or more");
        fields.ThrowIfAny();
        return new(snapshot);
    }

    /// <summary>Adds what the recipient received of lots that were taken in later; whoever is told already is told again.</summary>
    public RecallNotice AddLines(IReadOnlyList<RecallNoticeLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return Next(state with { Lines = [.. Lines, .. lines], Status = RecallNoticeStatus.ToNotify, Reply = null, ClosedBy = null, Closed = null });
    }

    /// <summary>Notes a try to reach the recipient.</summary>
    /// <exception cref="PharmacyException">The notice is answered or closed.</exception>
    public RecallNotice Try(RecallAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var status = Fire(attempt.Reached ? RecallNoticeTrigger.Notify : RecallNoticeTrigger.Attempt);
        return Next(state with { Status = status, Attempts = [.. state.Attempts, attempt] });
    }

    /// <summary>Notes the answer, or that the recipient is given up as unreachable.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="attemptsNeeded">How many tries it takes before somebody is given up.</param>
    /// <exception cref="PharmacyException">Nobody was told, too few tries, more than was received, or a lot that was not.</exception>
    public RecallNotice Answer(RecallReply reply, int attemptsNeeded)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var status = Fire(RecallNoticeTrigger.Answer);
        var failures = new Failures();
        if (reply.IsUnreachable)
        {
            failures.Require(state.Attempts.Count >= attemptsNeeded, PharmacyRules.RecallTooFewAttempts, ("found", state.Attempts.Count), ("needed", attemptsNeeded));
            failures.Require(reply.Outcomes.Count == 0, PharmacyRules.FieldInvalid, ("field", "outcomes"), ("found", reply.Outcomes.Count), ("allowed", "none for the unreachable"));
        }
        else
        {
            failures.Require(Status != RecallNoticeStatus.ToNotify, PharmacyRules.RecallNotTold, ("notice", Id));
            CheckOutcomes(reply.Outcomes, failures);
        }

        failures.ThrowIfAny();
        return Next(state with { Status = status, Reply = reply });
    }

    /// <summary>Closes the notice: somebody has looked at the answer.</summary>
    /// <exception cref="PharmacyException">There is no answer, or it is closed.</exception>
    public RecallNotice Close(PersonId by, Instant now) => Next(state with { Status = Fire(RecallNoticeTrigger.Close), ClosedBy = by, Closed = now });

    /// <summary>The whole state.</summary>
    public RecallNoticeSnapshot ToSnapshot() => state;

    private void CheckOutcomes(IReadOnlyList<RecallOutcome> outcomes, Failures failures)
    {
        failures.Require(outcomes.Count > 0, PharmacyRules.NothingAsked, ("allowed", Lines.Count));
        foreach (var twice in outcomes.GroupBy(o => o.Lot).Where(g => g.Count() > 1)) failures.Add(PharmacyRules.LotNamedTwice, ("lot", twice.Key));
        foreach (var outcome in outcomes)
        {
            var received = Lines.Where(l => l.Lot == outcome.Lot).ToList();
            if (received.Count == 0)
            {
                failures.Add(PharmacyRules.RecallLotNotReceived, ("lot", outcome.Lot));
                continue;
            }

            var scale = received[0].Quantity.Scale;
            var had = received.Aggregate(StockQuantity.Zero(scale), (sum, l) => sum + l.Quantity);
            failures.Require(outcome.Returned >= 0 && outcome.Used >= 0, PharmacyRules.FieldInvalid, ("field", "outcomes"), ("found", Math.Min(outcome.Returned, outcome.Used)), ("allowed", "0 or more"));
            failures.Require(outcome.Returned <= had.Value && outcome.Used <= had.Value && outcome.Returned + outcome.Used <= had.Value, PharmacyRules.RecallAnswerTooMuch, ("lot", received[0].Number), ("allowed", had));
        }
    }

    private RecallNoticeStatus Fire(RecallNoticeTrigger trigger) => RecallLifecycle.Next(Id, Status, trigger);

    private static RecallNotice Next(RecallNoticeSnapshot next) => Restore(next with { Version = next.Version + 1 });
}
