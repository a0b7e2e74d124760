namespace Clinic.Abstractions;

/// <summary>An intended change whose answer can be given again when it is repeated.</summary>
/// <typeparam name="TAnswer">Ids, versions and codes only: stored as JSON, never clinical text.</typeparam>
public interface ICommand<TAnswer>
{
    /// <summary>The permanent name, such as <c>pharmacy.issue-stock</c>.</summary>
    string Name { get; }

    /// <summary>Writes everything that makes this command differ from another; leaves secrets out.</summary>
    void Describe(IPayloadWriter payload);
}
