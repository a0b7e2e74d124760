using System.Text.Json;
using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Testing.Histories;

/// <summary>Runs a history against a storage and looks at every law after every step.</summary>
public sealed class HistoryRunner
{
    private readonly HistoryWorld world;
    private readonly HistoryLaws laws;
    private readonly HistoryCommands commands;
    private (HistoryAttempt Attempt, string Answer)? last;

    public HistoryRunner(HistoryWorld world)
    {
        var model = new HistoryModel();
        this.world = world;
        laws = new(world, model);
        commands = new(world, model);
    }

    /// <summary>How many commands were accepted and refused.</summary>
    public (int Accepted, int Refused) Done { get; private set; }

    /// <summary>Opens the world and runs the steps; a broken law throws.</summary>
    /// <exception cref="LawBrokenException">A law does not hold; the message says after which step.</exception>
    public async Task RunAsync(IReadOnlyList<HistoryStep> steps, CancellationToken cancellationToken = default)
    {
        await world.OpenAsync(cancellationToken);
        var state = await HistoryState.ReadAsync(world, cancellationToken);
        for (var i = 0; i < steps.Count; i++)
        {
            try
            {
                state = await StepAsync(steps[i], state, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                throw new LawBrokenException($"step {i}, {steps[i]}: {e.Message}", e);
            }
        }

        await laws.CheckAtEndAsync(state, cancellationToken);
    }

    private async Task<HistoryState> StepAsync(HistoryStep step, HistoryState before, CancellationToken ct)
    {
        world.Clock.Advance(Duration.FromSeconds(37));
        if (step.Act == HistoryAct.Wait) world.Clock.Advance(Duration.FromHours(1 + step.B));
        if (step.Act == HistoryAct.Repeat) return await RepeatAsync(before, ct);
        if (commands.Choose(step, before, ct) is not { } attempt) return before;

        object answer;
        try
        {
            answer = await attempt.Run(attempt.Context);
        }
        catch (ConcurrencyConflictException e)
        {
            throw new LawBrokenException("nobody else was there, and yet the commit was refused: a guard misses what the store sees", e);
        }
        catch (Exception e) when (e is IRuleViolation)
        {
            HistoryLaws.Require(attempt.MustHold is not true, $"refused without need: {e.Message}");
            return await UnchangedAsync(before, refused: 1, ct);
        }

        var after = await HistoryState.ReadAsync(world, ct);
        HistoryLaws.Require(attempt.MustHold is not false, "accepted, and should have been refused");
        HistoryLaws.Require(after.Refused == before.Refused, "an accepted command left the audit of a refusal");
        last = (attempt, RoundTrip(answer));
        attempt.Accepted(answer, before, after);
        await laws.CheckAsync(after, ct);
        Done = (Done.Accepted + 1, Done.Refused);
        return after;
    }

    private async Task<HistoryState> RepeatAsync(HistoryState before, CancellationToken ct)
    {
        if (last is not { } done) return before;
        var again = await done.Attempt.Run(done.Attempt.Context);
        HistoryLaws.Require(done.Answer == RoundTrip(again), "the repeated command got another answer");
        return await UnchangedAsync(before, refused: 0, ct);
    }

    private async Task<HistoryState> UnchangedAsync(HistoryState before, int refused, CancellationToken ct)
    {
        var after = await HistoryState.ReadAsync(world, ct);
        HistoryLaws.Require(before.Text() == after.Text(), "a command that was refused or repeated changed something");
        HistoryLaws.Require(after.Refused == before.Refused + refused, "a refusal was not audited once");
        Done = (Done.Accepted, Done.Refused + refused);
        return after;
    }

    // What does not come back from its JSON would come back otherwise from a repetition.
    private static string RoundTrip(object answer)
    {
        var text = JsonSerializer.Serialize(answer, answer.GetType(), ClinicJson.Options);
        var back = JsonSerializer.Deserialize(text, answer.GetType(), ClinicJson.Options);
        HistoryLaws.Require(text == JsonSerializer.Serialize(back, answer.GetType(), ClinicJson.Options), $"the answer does not come back from its JSON: {text}");
        return text;
    }
}
