import {
  assign,
  claiming,
  givingBack,
  inCampaign,
  judge,
  launched,
  ledBySecretary,
  ordinary,
  people,
  send,
  templateState,
  theProblem,
  units,
  walk,
  whenProblemIs,
  withPosts,
} from '@rectify/testing';

const rectifying = whenProblemIs('rectifying');
const finished = walk(
  rectifying,
  ordinary,
  (world) => theProblem(world).plan?.measures.every((one) => one.finished) ?? false,
);
const claimed = send(finished, people.organiser, claiming(finished));
const reviewed = send(claimed, people.discipline, judge(claimed, 'PassReview'));
const accepted = send(reviewed, people.secretary, judge(reviewed, 'AcceptCompletion'));

describe('separation of duties by natural person', () => {
  it('RR2.14 sends the secretary who leads past acceptance to the deputy, and the signature up', () => {
    const led = whenProblemIs('reviewed', ledBySecretary);
    inCampaign(led)
      .when(people.secretary, judge(led, 'AcceptCompletion'))
      .thenRefused('SEPARATION_OF_DUTIES');
    const taken = inCampaign(led)
      .when(people.deputy, judge(led, 'AcceptCompletion'))
      .then({ type: 'CompletionAccepted' })
      .world();
    inCampaign(taken)
      .when(people.secretary, judge(taken, 'SignOffProblem'))
      .thenRefused('SEPARATION_OF_DUTIES');
    inCampaign(taken)
      .when(people.districtSecretary, judge(taken, 'SignOffProblem'))
      .then({ type: 'ProblemClosed' });
  });

  it('holds a secretary who led by another post then: a second post launders nothing', () => {
    const first = whenProblemIs('reviewed', ordinary);
    const led = {
      ...first,
      directory: withPosts(
        first.directory,
        ['ends', 'secretary', people.secretary],
        ['begins', 'secretary', people.deputy],
        ['begins', 'deputySecretary', people.member],
        ['begins', 'supervisor', people.deputy, units.district],
      ),
    };
    inCampaign(led).when(people.deputy, judge(led, 'AcceptCompletion')).thenRefused('SEPARATION_OF_DUTIES');
    inCampaign(led).when(people.member, judge(led, 'AcceptCompletion')).then({ type: 'CompletionAccepted' });
  });

  it('lets a lead who is not the secretary accept', () => {
    const world = {
      ...reviewed,
      directory: withPosts(reviewed.directory, ['ends', 'secretary', people.secretary]),
    };
    inCampaign(world)
      .when(people.deputy, judge(world, 'AcceptCompletion'))
      .then({ type: 'CompletionAccepted' });
  });

  it('R4.4 RR2.14 sends acceptance and signature up where the secretary owns the problem', () => {
    const template = templateState();
    for (const aspect of template.latest?.aspects ?? []) Object.assign(aspect, { owner: 'secretary' });
    const own = whenProblemIs('reviewed', ordinary, launched({ template }));
    inCampaign(own)
      .when(people.secretary, judge(own, 'AcceptCompletion'))
      .thenRefused('SEPARATION_OF_DUTIES');
    const taken = send(own, people.deputy, judge(own, 'AcceptCompletion'));
    inCampaign(taken)
      .when(people.secretary, judge(taken, 'SignOffProblem'))
      .thenRefused('SEPARATION_OF_DUTIES');
    inCampaign(taken)
      .when(people.districtSecretary, judge(taken, 'SignOffProblem'))
      .then({ type: 'ProblemClosed' });
  });

  it('R4.1 reads the history, not the present assignment: who once owned or worked on it never judges it', () => {
    const { id } = theProblem(rectifying);
    const named = send(
      send(rectifying, people.secretary, assign('owner', id, people.discipline)),
      people.secretary,
      assign('owner', id, people.organiser),
    );
    const again = whenProblemIs('claimed', ordinary, named);
    inCampaign(again).when(people.discipline, judge(again, 'PassReview')).thenRefused('SEPARATION_OF_DUTIES');
    inCampaign(again).when(people.organiser, judge(again, 'PassReview')).thenRefused('SEPARATION_OF_DUTIES');
    inCampaign(again).when(people.deputy, judge(again, 'PassReview')).then({ type: 'ReviewPassed' });
  });

  it('R4.4 follows the person through posts: an owner who becomes secretary accepts nothing of theirs', () => {
    const moved = {
      ...reviewed,
      directory: withPosts(
        reviewed.directory,
        ['ends', 'secretary', people.secretary],
        ['begins', 'secretary', people.organiser],
      ),
    };
    inCampaign(moved)
      .when(people.organiser, judge(moved, 'AcceptCompletion'))
      .thenRefused('SEPARATION_OF_DUTIES');
  });

  it('R4.2 keeps who reviewed from accepting, in a later round too, and the reverse', () => {
    const back = send(reviewed, people.secretary, givingBack(reviewed));
    const secondRound = whenProblemIs('claimed', ordinary, back);
    const moved = {
      ...secondRound,
      directory: withPosts(
        secondRound.directory,
        ['ends', 'secretary', people.secretary],
        ['begins', 'secretary', people.discipline],
        ['ends', 'disciplineMember', people.discipline],
        ['begins', 'disciplineMember', people.member],
      ),
    };
    const passed = send(moved, people.member, judge(moved, 'PassReview'));
    inCampaign(passed)
      .when(people.discipline, judge(passed, 'AcceptCompletion'))
      .thenRefused('SEPARATION_OF_DUTIES');

    const refusedAtTheEnd = whenProblemIs(
      'claimed',
      ordinary,
      send(accepted, people.secretary, givingBack(accepted)),
    );
    const swapped = {
      ...refusedAtTheEnd,
      directory: withPosts(
        refusedAtTheEnd.directory,
        ['ends', 'disciplineMember', people.discipline],
        ['begins', 'disciplineMember', people.secretary],
      ),
    };
    inCampaign(swapped)
      .when(people.secretary, judge(swapped, 'PassReview'))
      .thenRefused('SEPARATION_OF_DUTIES');
  });

  it('keeps who passed a problem from becoming its owner', () => {
    const { id } = theProblem(reviewed);
    inCampaign(reviewed)
      .when(people.secretary, assign('owner', id, people.discipline))
      .thenRefused('SEPARATION_OF_DUTIES', 'person');
  });

  it('RR4.2 is not waived where nobody is left: the secretary, or above them, is asked to assign somebody', () => {
    const alone = {
      ...reviewed,
      directory: withPosts(
        reviewed.directory,
        ['ends', 'secretary', people.secretary],
        ['ends', 'deputySecretary', people.deputy],
        ['ends', 'supervisor', people.supervisor, units.district],
      ),
    };
    inCampaign(alone)
      .when(people.districtSecretary, judge(alone, 'AcceptCompletion'))
      .thenRefused('NOBODY_ELIGIBLE');
    const named = send(
      alone,
      people.districtSecretary,
      assign('acceptor', theProblem(alone).id, people.member),
    );
    inCampaign(named)
      .when(people.member, judge(named, 'AcceptCompletion'))
      .then({ type: 'CompletionAccepted' });
  });
});
