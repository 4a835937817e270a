using System.Diagnostics;
using Grpc.Net.Client.Balancer;
using Microsoft.Extensions.Logging;

namespace CodeReference.Client;

/// <summary>
/// Lets connected services take turns, and passes for a second over one that has just failed to answer, so that the next
/// attempt of a call goes to another.
/// </summary>
/// <remarks>
/// The policy "round_robin" of the channel would do, were it not that it takes a service for connected that was killed
/// between its acceptance of the connection and the first call on it: until that service is back, every second call goes
/// nowhere, and one call in a few hundred does so with each of its attempts.
/// </remarks>
internal sealed class RoundRobin(IChannelControlHelper controller, ILoggerFactory log) : SubchannelsLoadBalancer(controller, log)
{
    public const string PolicyName = "codereference_round_robin";

    protected override SubchannelPicker CreatePicker(IReadOnlyList<Subchannel> readySubchannels) => new Picker([.. readySubchannels.Select(each => new Turn(each))]);

    internal sealed class Factory : LoadBalancerFactory
    {
        public override string Name => PolicyName;

        public override LoadBalancer Create(LoadBalancerOptions options) => new RoundRobin(options.Controller, options.LoggerFactory);
    }

    private sealed class Picker(Turn[] turns) : SubchannelPicker
    {
        private uint _next = (uint)Random.Shared.Next();

        public override PickResult Pick(PickContext context)
        {
            var first = Interlocked.Increment(ref _next);
            for (uint i = 0; i < turns.Length; i++)
            {
                var turn = turns[(first + i) % turns.Length];
                if (!turn.HasJustFailed)
                {
                    return turn.Take();
                }
            }

            return turns[first % turns.Length].Take();
        }
    }

    private sealed class Turn(Subchannel subchannel) : ISubchannelCallTracker
    {
        private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

        private long _failedAt;

        public bool HasJustFailed => Interlocked.Read(ref _failedAt) is not 0 and var failedAt && Stopwatch.GetElapsedTime(failedAt) < Rest;

        public PickResult Take() => PickResult.ForSubchannel(subchannel, this);

        public void Start()
        {
        }

        public void Complete(CompletionContext context)
        {
            // Whose caller has gone says nothing of the service.
            if (context.Error is not (null or OperationCanceledException))
            {
                Interlocked.Exchange(ref _failedAt, Stopwatch.GetTimestamp());
            }
        }
    }
}
