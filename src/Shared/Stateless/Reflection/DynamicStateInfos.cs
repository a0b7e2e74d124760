namespace Stateless.Reflection;

/// <summary>The possible destinations of a computed transition.</summary>
internal sealed class DynamicStateInfos : List<DynamicStateInfo>
{
    /// <summary>Adds a destination and when it is chosen.</summary>
    public void Add<TState>(TState destinationState, string criterion) =>
        Add(new DynamicStateInfo(destinationState?.ToString() ?? "", criterion));
}
