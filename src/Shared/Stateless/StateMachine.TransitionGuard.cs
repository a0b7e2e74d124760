using Stateless.Reflection;

namespace Stateless;

internal sealed partial class StateMachine<TState, TTrigger>
{
    /// <summary>The conditions of one transition, each with its description; all must hold.</summary>
    internal sealed class TransitionGuard(params IReadOnlyList<TransitionGuard.Condition> conditions)
    {
        public static readonly TransitionGuard None = new();

        public IEnumerable<InvocationInfo> Descriptions => conditions.Select(c => c.Method);

        public static TransitionGuard Of(Func<bool> guard, string? description)
        {
            ArgumentNullException.ThrowIfNull(guard);
            return new(new Condition(_ => guard(), InvocationInfo.Of(guard, description)));
        }

        public static TransitionGuard Of(Tuple<Func<bool>, string>[] guards) =>
            new([.. guards.Select(g => new Condition(_ => g.Item1(), InvocationInfo.Of(g.Item1, g.Item2)))]);

        public static TransitionGuard Of<TArg0>(Func<TArg0, bool> guard, string? description)
        {
            ArgumentNullException.ThrowIfNull(guard);
            return new(OnArgument(guard, description));
        }

        public static TransitionGuard Of<TArg0>(Tuple<Func<TArg0, bool>, string>[] guards) =>
            new([.. guards.Select(g => OnArgument(g.Item1, g.Item2))]);

        public ICollection<string> Unmet(object?[] args) =>
            [.. conditions.Where(c => !c.Holds(args)).Select(c => c.Method.Description)];

        // A guard on an argument counts as nameless, as in the package, so it needs its description.
        private static Condition OnArgument<TArg0>(Func<TArg0, bool> guard, string? description)
        {
            Func<object?[], bool> holds = args => guard(Arguments.Read<TArg0>(args));
            return new Condition(holds, InvocationInfo.Of(holds, description));
        }

        public sealed record Condition(Func<object?[], bool> Holds, InvocationInfo Method);
    }
}
