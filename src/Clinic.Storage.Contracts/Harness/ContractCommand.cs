using Clinic.Abstractions;

namespace Clinic.Storage.Contracts;

/// <summary>A command whose content is one text.</summary>
internal sealed record ContractCommand(string Content) : ICommand<ContractAnswer>
{
    public string Name => "contract.command";

    public void Describe(IPayloadWriter payload) => payload.Write("content", Content);
}
